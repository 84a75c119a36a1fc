package se.koalition.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class PortsTests {

    private static final int FIRST_FOR_OUTGOING_CONNECTIONS = 32_768;

    /** A service once did not start, for a neighbour's connection had been given its port. */
    @Test
    void noPortCanBeTakenByAnOutgoingConnection() {
        assertThat(new Ports(5_700).all().values()).allMatch(port -> port < FIRST_FOR_OUTGOING_CONNECTIONS);
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> new Ports(5_800))
                .withMessageContaining("between 0 and 5700");
    }

    @Test
    void freePortsAreThere() {
        assertThat(Ports.free().allFree()).isTrue();
    }
}

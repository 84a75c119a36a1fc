package se.koalition.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendersTests {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002::1, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "fe80::1%eth0, fe80::2%nosuch, true",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, 2001:db8:1:2::1, false"
    })
    void whoCanTakeAnotherAddressIsTheSame(String one, String other, boolean same) {
        assertThat(Senders.of(one).equals(Senders.of(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "example.org", "2001:db8::x", "' or 1"})
    void whatIsNoAddressIsOneSender(String text) {
        assertThat(Senders.of(text)).isEqualTo(Senders.of("nonsense"));
    }

    @Test
    void nothingLongIsRemembered() {
        assertThat(Senders.of("1".repeat(60_000))).hasSizeLessThan(40);
    }
}

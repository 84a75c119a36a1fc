package se.koalition.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What this service puts on the broker is what {@code contracts/} promises. */
class ContractTests extends RunningService {

    private static List<ConsumerRecord<String, byte[]>> toldOf(String insight) {
        return Contracts.told("insight-events").stream()
                .filter(told -> told.key().equals(insight))
                .toList();
    }

    @Test
    void aSharedInsightFitsItsContract() {
        coalitionOfTwo();
        String id = shared("coalition");

        await().atMost(Duration.ofSeconds(40)).until(() -> !toldOf(id).isEmpty());
        assertThat(toldOf(id)).singleElement().satisfies(told -> {
            assertThat(Contracts.type(told)).isEqualTo("insight.shared.v1");
            assertThat(Contracts.violations(told)).isEmpty();
        });
    }

    @Test
    void aFieldThatNoContractNamesIsNoticed() {
        assertThat(Contracts.violations("insight.state", "{\"secret\":1}")).anyMatch(v -> v.contains("secret"));
    }
}

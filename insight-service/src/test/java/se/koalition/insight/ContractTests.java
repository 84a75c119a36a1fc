package se.koalition.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
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
    void anInsightOfSomeoneWithoutAnActorFitsToo() {
        coalitionOfTwo();
        assertThat(share(coordinator, insight("public"))).hasStatus(201);
        List<ConsumerRecord<String, byte[]>> shared =
                await().atMost(Duration.ofSeconds(40)).until(() -> toldBy(coordinator), told -> !told.isEmpty());

        assertThat(shared)
                .allSatisfy(told -> assertThat(Contracts.violations(told)).isEmpty());
    }

    private static List<ConsumerRecord<String, byte[]>> toldBy(String member) {
        return Contracts.told("insight-events").stream()
                .filter(told -> new String(told.value(), UTF_8).contains("\"authorId\":\"" + member + "\""))
                .toList();
    }

    @Test
    void aResyncFitsToo() {
        coalitionOfTwo();
        String id = shared("public");
        String operator = PORTAL.signed(FakePortal.claims("operator").claim("operator", true));

        assertThat(http.post().uri("/actuator/resync").header("Authorization", "Bearer " + operator))
                .hasStatusOk();

        await().atMost(Duration.ofSeconds(40)).until(() -> toldOf(id).stream().anyMatch(Contracts::isResync));
        assertThat(toldOf(id))
                .hasSize(2)
                .allSatisfy(told -> assertThat(Contracts.violations(told)).isEmpty());
    }

    @Test
    void aFieldThatNoContractNamesIsNoticed() {
        assertThat(Contracts.violations("insight.state", "{\"secret\":1}")).anyMatch(v -> v.contains("secret"));
    }
}

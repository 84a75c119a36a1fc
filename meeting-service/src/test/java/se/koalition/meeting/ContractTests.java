package se.koalition.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What this service puts on the broker is what {@code contracts/} promises, and what it reads is what they hold. */
class ContractTests extends RunningService {

    private static final Set<String> TYPES = Set.of(
            "meeting.scheduled.v1",
            "meeting.rescheduled.v1",
            "meeting.cancelled.v1",
            "meeting.invitations-extended.v1",
            "meeting.invitations-withdrawn.v1",
            "answer.given.v1");

    private List<ConsumerRecord<String, byte[]>> toldOf(String meeting) {
        return Contracts.told("meeting-events").stream()
                .filter(told -> told.key().startsWith(meeting))
                .toList();
    }

    @Test
    void everyEventFitsItsContract() {
        coalitionOfTwo();
        String full =
                scheduled("\"title\":\"Allt\",\"purpose\":\"p\",\"link\":\"https://x.example/\",\"agenda\":[\"a\"]");
        as(anna, answer(full, anna, "yes"));
        as(
                coordinator,
                post("/api/meetings/" + full + "/rescheduling", rescheduling(later))
                        .with("If-Match", "*"));
        told(ToldEvent.representative(newId(), 1, actor));
        told(ToldEvent.left(anna, 2, actor));
        as(coordinator, post("/api/meetings/" + full + "/cancellation", "{\"reason\":\"Sjuk\"}"));

        await().atMost(Duration.ofSeconds(40))
                .until(() -> toldOf(full).stream()
                        .map(Contracts::type)
                        .collect(Collectors.toSet())
                        .equals(TYPES));
        assertThat(toldOf(full))
                .allSatisfy(told -> assertThat(Contracts.violations(told)).isEmpty());
    }

    @Test
    void aMeetingOfWhichLittleIsToldFitsToo() {
        coalitionOfTwo();
        String id = scheduled();
        as(coordinator, post("/api/meetings/" + id + "/cancellation", "{}"));

        await().atMost(Duration.ofSeconds(40)).until(() -> toldOf(id).size() == 2);
        assertThat(toldOf(id))
                .allSatisfy(told -> assertThat(Contracts.violations(told)).isEmpty());
    }

    @Test
    void aResyncFitsToo() {
        coalitionOfTwo();
        String id = scheduled();
        as(anna, answer(id, anna, "no"));
        as(
                coordinator,
                post("/api/meetings/" + id + "/rescheduling", rescheduling(later))
                        .with("If-Match", "*"));

        assertThat(http.post().uri("/actuator/resync").with(jwt().jwt(token -> token.claim("operator", true))))
                .hasStatusOk();

        await().atMost(Duration.ofSeconds(40))
                .until(() -> toldOf(id).stream()
                        .filter(Contracts::isResync)
                        .map(Contracts::type)
                        .collect(Collectors.toSet())
                        .equals(Set.of("meeting.rescheduled.v1", "answer.given.v1")));
        assertThat(toldOf(id))
                .allSatisfy(told -> assertThat(Contracts.violations(told)).isEmpty());
    }

    private String scheduled(String fields) {
        String id = newId();
        assertThat(as(coordinator, post("/api/meetings", plan(fields)).with("Idempotency-Key", id)))
                .hasStatus(201);
        return id;
    }

    @Test
    void aFieldThatNoContractNamesIsNoticed() {
        assertThat(Contracts.violations("answer.state", "{\"secret\":1}")).anyMatch(v -> v.contains("secret"));
    }
}

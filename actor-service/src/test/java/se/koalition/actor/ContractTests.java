package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What this service puts on the broker is what {@code contracts/} promises. */
class ContractTests extends RunningService {

    private static final Set<String> TYPES = Set.of(
            "coalition.started.v1",
            "coalition.convenors-named.v1",
            "actor.registered.v1",
            "actor.joined-coalition.v1",
            "actors-import.accepted.v1",
            "actors-import.finished.v1",
            "member.added.v1");

    /** All that mentions this test's coalition, or the actor or member of that name. */
    private List<ConsumerRecord<String, byte[]>> toldOf(String actor) {
        return Contracts.told("actor-events").stream()
                .filter(told -> {
                    String value = new String(told.value(), java.nio.charset.StandardCharsets.UTF_8);
                    return value.contains(coalition) || value.contains(actor);
                })
                .toList();
    }

    @Test
    void everyEventFitsItsContract() {
        startedCoalition();
        String actor = registered("Skolan " + coalition);
        as(
                coordinator,
                post(
                        "/api/actors/" + actor + "/members",
                        "{\"name\":\"Samordnare, skolan\",\"email\":\"skolan-%s@skola.example\",\"language\":\"en\"}"
                                .formatted(coalition)));
        as(coordinator, put("/api/coalitions/" + coalition + "/convenors", "{\"actorIds\":[\"" + actor + "\"]}"));
        as(
                coordinator,
                new Request(
                        HttpMethod.POST,
                        "/api/coalitions/" + coalition + "/actors/imports",
                        new MediaType("text", "csv"),
                        "name;sector;municipality\nTeatern " + coalition + ";culture;Lund\n",
                        Map.of()));

        await().atMost(PATIENCE)
                .until(() -> toldOf(actor).stream()
                        .map(Contracts::type)
                        .collect(Collectors.toSet())
                        .equals(TYPES));
        assertThat(toldOf(actor))
                .allSatisfy(told -> assertThat(Contracts.violations(told)).isEmpty());
    }

    @Test
    void aFieldThatNoContractNamesIsNoticed() {
        assertThat(Contracts.violations("member.state", "{\"secret\":1}")).anyMatch(v -> v.contains("secret"));
    }
}

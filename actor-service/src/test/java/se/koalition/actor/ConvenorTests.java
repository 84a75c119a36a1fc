package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The coordinator says which actors called the others together. */
class ConvenorTests extends RunningService {

    @BeforeEach
    void aCoalition() {
        startedCoalition();
    }

    private MvcTestResult name(String member, String... actorIds) {
        String ids = String.join(
                ",", List.of(actorIds).stream().map("\"%s\""::formatted).toList());
        return as(member, put("/api/coalitions/" + coalition + "/convenors", "{\"actorIds\":[" + ids + "]}"));
    }

    @Test
    void theCoordinatorNamesThem() {
        String hub = registered("Hubben " + coalition);
        String board = registered("Styrelsen " + coalition);

        assertThat(name(coordinator, hub, board))
                .hasStatus(204)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("X-Sequence", "coalition:" + coalition + ":2");
        assertThat(told("coalition", coalition)).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("coalition.convenors-named.v1");
            assertThat(event.header("ce_member")).isEqualTo(coordinator);
            assertThat(event.fact()).isEqualTo(Map.of("convenors", List.of(hub, board)));
            assertThat(event.state()).containsEntry("convenors", List.of(hub, board));
            assertThat(event.history()).extracting(fact -> fact.get("sequence")).containsExactly(1, 2);
        });
    }

    @Test
    void namingTheSameOnesAgainMakesNoEvent() {
        String hub = registered("Hubben " + coalition);
        name(coordinator, hub);

        assertThat(name(coordinator, hub)).hasStatus(204).hasHeader("ETag", "\"2\"");
        assertThat(told("coalition", coalition)).hasSize(2);
    }

    @Test
    void whoIsUnknownOrTakesPartElsewhereOnlyIsRefused() {
        String hub = registered("Hubben " + coalition);

        refused(name(coordinator, hub, newId()), "actorIds[1]", "takes no part in the coalition");
        refused(name(coordinator, coordinator), "actorIds[0]", "takes no part in the coalition");
        refused(name(coordinator, ""), "actorIds[0]", "must not be blank");
        assertThat(told("coalition", coalition)).hasSize(1);
    }

    @Test
    void whoConvenedAndHasLeftMayStayAndDoesNotComeBack() {
        String hub = registered("Hubben " + coalition);
        String board = registered("Styrelsen " + coalition);
        name(coordinator, hub);
        assertThat(as(
                        coordinator,
                        post("/api/actors/" + hub + "/departures", "{\"coalitionId\":\"" + coalition + "\"}")))
                .hasStatus(204);

        assertThat(name(coordinator, hub)).hasStatus(204).hasHeader("ETag", "\"2\"");
        assertThat(name(coordinator, hub, board)).hasStatus(204);
        assertThat(name(coordinator, board)).hasStatus(204);
        refused(name(coordinator, hub, board), "actorIds[0]", "takes no part in the coalition");
    }

    @Test
    void anActorOfAnotherCoalitionIsNoConvenorHere() {
        String elsewhere = newId();
        started(elsewhere, address(coalition));
        String foreign =
                "{\"coalitionId\":\"%s\",\"name\":\"Hubben %s\",\"sector\":\"region\"}".formatted(elsewhere, elsewhere);
        MvcTestResult registered = as(coordinator, post("/api/actors", foreign));
        assertThat(registered).hasStatus(201);
        String id =
                String.valueOf(registered.getResponse().getHeader("Location")).replace("/api/actors/", "");

        refused(name(coordinator, id), "actorIds[0]", "takes no part in the coalition");
    }

    @Test
    void nobodyElseNamesThem() {
        refused(name(newId()), 403, "forbidden");
        refused(asOperator(put("/api/coalitions/" + coalition + "/convenors", "{\"actorIds\":[]}")), 403, "forbidden");
    }

    @Test
    void whatIsNotThereHasNoConvenors() {
        refused(
                as(coordinator, put("/api/coalitions/" + newId() + "/convenors", "{\"actorIds\":[]}")),
                404,
                "not-found");
    }

    @Test
    void theListIsNeededAndBounded() {
        String path = "/api/coalitions/" + coalition + "/convenors";

        refused(as(coordinator, put(path, "{}")), "actorIds", "must be there");
        refused(as(coordinator, put(path, "{\"actorIds\":\"x\"}")), "actorIds", "is of another type than expected");
        refused(
                as(coordinator, put(path, "{\"actorIds\":[\"a\"" + ",\"a\"".repeat(50) + "]}")),
                "actorIds",
                "must have at most 50 entries");
    }
}

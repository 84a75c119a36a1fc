package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An actor leaves a coalition; that it was there is kept, and it may come back. */
class ActorLeavingTests extends RunningService {

    private final String name = "Kören " + coalition;
    private String actor = "";

    @BeforeEach
    void anActor() {
        startedCoalition();
        actor = registered(name);
    }

    private MvcTestResult leave(String member, String fields) {
        return as(member, post("/api/actors/" + actor + "/departures", "{" + fields + "}"));
    }

    private String here() {
        return "\"coalitionId\":\"" + coalition + "\"";
    }

    @Test
    void aCoordinatorTellsThatAnActorLeft() {
        assertThat(leave(coordinator, here() + ",\"reason\":\" Ny inriktning \""))
                .hasStatus(204)
                .hasHeader("X-Sequence", "actor:" + actor + ":3");

        ToldEvent told = told("actor", actor).getLast();
        assertThat(told.type()).isEqualTo("actor.left-coalition.v1");
        assertThat(told.fact()).isEqualTo(Map.of("coalitionId", coalition, "reason", "Ny inriktning"));
        assertThat(told.state().get("participations")).isEqualTo(List.of());
        assertThat(told.value()).contains("\"leftAt\"", "\"joinedAt\"");
    }

    @Test
    void aMemberOfTheActorMayTooAndNeedsNoReason() {
        assertThat(leave(representative(actor), here() + ",\"reason\":\"  \"")).hasStatus(204);

        assertThat(told("actor", actor).getLast().fact()).isEqualTo(Map.of("coalitionId", coalition));
    }

    @Test
    void leavingAgainIsNoEvent() {
        leave(coordinator, here());

        assertThat(leave(coordinator, here())).hasStatus(204).hasHeader("ETag", "\"3\"");
        assertThat(told("actor", actor)).hasSize(3);
    }

    @Test
    void whoLeftMayComeBackAndItsHistoryStays() {
        leave(coordinator, here());

        assertThat(registered(name)).isEqualTo(actor);
        leave(coordinator, here() + ",\"reason\":\"igen\"");

        assertThat(told("actor", actor))
                .extracting(ToldEvent::type)
                .endsWith("actor.left-coalition.v1", "actor.joined-coalition.v1", "actor.left-coalition.v1");
        assertThat(as(newId(), get("/api/actors/" + actor)))
                .bodyJson()
                .extractingPath("$.formerParticipations[*].coalitionId")
                .asArray()
                .containsExactly(coalition, coalition);
    }

    @Test
    void othersMayNot() {
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String otherActor = registered("Teatern " + coalition);

        for (String other : List.of(newId(), coordinatorOf(second), representative(otherActor))) {
            refused(leave(other, here()), 403, "forbidden");
        }
        refused(asOperator(post("/api/actors/" + actor + "/departures", "{" + here() + "}")), 403, "forbidden");
        assertThat(told("actor", actor)).hasSize(2);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        String second = newId();
        started(second, address(coalition));

        refused(
                leave(coordinator, "\"coalitionId\":\"" + second + "\""),
                "coalitionId",
                "must be a coalition in which the actor takes part");
        refused(leave(coordinator, ""), "coalitionId", "must not be blank");
        refused(
                leave(coordinator, here() + ",\"reason\":\"" + "x".repeat(501) + "\""),
                "reason",
                "must have at most 500 characters");
        refused(
                leave(coordinator, here() + ",\"reason\":\"a\\u0000b\""),
                "reason",
                "must be text without control characters");
        refused(as(coordinator, post("/api/actors/" + newId() + "/departures", "{" + here() + "}")), 404, "not-found");
    }
}

package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Those who know an actor keep what is told of it right, without overwriting each other. */
class ActorDescribingTests extends RunningService {

    private static final String PROFILE = """
            {"name":"%s","sector":"academia","municipality":"lunds kommun","website":"https://skola.example"}""";

    private final String name = "Högskolan " + coalition;
    private String actor = "";

    @BeforeEach
    void anActor() {
        startedCoalition();
        actor = registered(name);
    }

    private MvcTestResult describe(String member, String body, String version) {
        return as(member, put("/api/actors/" + actor + "/description", body).with("If-Match", version));
    }

    @Test
    void aCoordinatorDescribesAnActor() {
        assertThat(describe(coordinator, PROFILE.formatted(name.toUpperCase(java.util.Locale.ROOT)), "\"2\""))
                .hasStatus(204)
                .hasHeader("ETag", "\"3\"")
                .hasHeader("X-Sequence", "actor:" + actor + ":3");

        ToldEvent told = told("actor", actor).getLast();
        assertThat(told.type()).isEqualTo("actor.described.v1");
        assertThat(told.fact()).isEqualTo(Map.of("changed", List.of("name", "sector", "municipality", "website")));
        assertThat(told.state())
                .containsEntry("name", name.toUpperCase(java.util.Locale.ROOT))
                .containsEntry("municipality", "Lund")
                .containsEntry("municipalityCode", "1281");
    }

    @Test
    void aMemberOfTheActorMayToo() {
        assertThat(describe(representative(actor), PROFILE.formatted(name), "\"2\""))
                .hasStatus(204);
    }

    @Test
    void theSameAgainIsNoEvent() {
        describe(coordinator, PROFILE.formatted(name), "\"2\"");

        assertThat(describe(coordinator, PROFILE.formatted(name), "\"3\""))
                .hasStatus(204)
                .hasHeader("ETag", "\"3\"");
        assertThat(told("actor", actor)).hasSize(3);
    }

    @Test
    void whatIsLeftOutIsGone() {
        describe(coordinator, PROFILE.formatted(name), "*");
        describe(coordinator, "{\"name\":\"%s\",\"sector\":\"academia\"}".formatted(name), "*");

        assertThat(told("actor", actor).getLast().state())
                .doesNotContainKeys("municipality", "municipalityCode", "website");
    }

    @Test
    void whoSawAnOlderVersionOrNoneIsRefused() {
        describe(coordinator, PROFILE.formatted(name), "\"2\"");

        refused(describe(coordinator, PROFILE.formatted(name), "\"2\""), 412, "stale-version");
        refused(
                as(coordinator, put("/api/actors/" + actor + "/description", PROFILE.formatted(name))),
                428,
                "precondition-required");
        refused(
                describe(coordinator, PROFILE.formatted(name), "3"),
                "If-Match",
                "must be one ETag, such as \"3\", or *");
    }

    @Test
    void othersMayNot() {
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String otherActor = registered("Teatern " + coalition);

        for (String other : List.of(newId(), coordinatorOf(second), representative(otherActor))) {
            refused(describe(other, PROFILE.formatted(name), "\"2\""), 403, "forbidden");
        }
        refused(
                as(coordinator, put("/api/actors/" + newId() + "/description", PROFILE.formatted(name))),
                404,
                "not-found");
        assertThat(told("actor", actor)).hasSize(2);
    }

    @Test
    void anotherNameIsAnotherActor() {
        refused(
                describe(coordinator, PROFILE.formatted("Universitetet"), "\"2\""),
                "name",
                "is another actor's name; register that one and merge this one into it");
        refused(describe(coordinator, PROFILE.formatted(" "), "\"2\""), "name", "must not be blank");
    }
}

package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.koalition.local.demo.Demo;
import se.koalition.local.portal.Answer;
import tools.jackson.databind.JsonNode;

/** Step 5: what the portal answers from its own read model. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReadingTests {

    private static final List<String> NEIGHBOURS =
            List.of("actor-service", "meeting-service", "insight-service", "notification-service");

    private final String meeting = "/meetings/" + Demo.id("meeting-2027-1");

    @Test
    void anUnchangedAnswerIsNotSentTwice() {
        for (String path : List.of("/api/coalitions", Demonstration.PATH, "/api" + meeting)) {
            Answer first = Person.VISITOR.get(path);
            String etag = first.header("ETag").orElseThrow();

            assertThat(Person.VISITOR.get(path, Map.of("If-None-Match", etag)).status())
                    .as(path)
                    .isEqualTo(304);
        }
    }

    @Test
    void activityGoesOnWhereThePageEnded() {
        JsonNode first = Person.VISITOR.read(Demonstration.PATH + "/activity");
        List<String> ids = first.path("items")
                .valueStream()
                .map(i -> i.path("id").asString())
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();

        JsonNode next = Person.VISITOR.read(
                Demonstration.PATH + "/activity?after=" + first.path("next").asString());

        assertThat(next.path("items").valueStream().map(i -> i.path("id").asString()))
                .doesNotContainAnyElementsOf(ids);
    }

    @Test
    void visitorsGetNoMeetingLink() {
        assertThat(Person.VISITOR.read("/api" + meeting).has("link")).isFalse();
        assertThat(Person.VISITOR.get(meeting).body()).doesNotContain("moten.koalition.example");
        assertThat(Demonstration.member(2).read("/api" + meeting).path("link").asString())
                .startsWith("https://moten.koalition.example");
    }

    @Test
    void whatIsWrongIsToldAsAProblem() {
        for (String path : List.of("/api/coalitions/none", "/api/meetings/none", "/api/insights/none", "/api/none")) {
            Answer answer = Person.VISITOR.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("Content-Type").orElse("")).as(path).contains("application/problem+json");
        }
    }

    /** Last, for what it stops has to start again. */
    @Test
    void zWithAllOtherServicesStoppedEveryGetStillAnswers() {
        NEIGHBOURS.forEach(Suite::kill);

        for (String path : List.of(
                "/api/coalitions",
                Demonstration.PATH,
                Demonstration.PATH + "/activity",
                "/api" + meeting,
                "/",
                "/coalitions/" + Demonstration.COALITION,
                meeting)) {
            assertThat(Person.VISITOR.get(path).status()).as(path).isEqualTo(200);
        }
        Answer refused = Person.COORDINATOR.post(
                "/api/meetings",
                Map.of(
                        "coalitionId",
                        Demonstration.COALITION,
                        "title",
                        "x",
                        "start",
                        "2027-01-01T10:00",
                        "end",
                        "2027-01-01T11:00"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:koalition:problem:service-unavailable");

        Suite.run("up", "--background");

        NEIGHBOURS.forEach(
                service -> assertThat(Suite.runs(service)).as(service).isTrue());
        await().atMost(Demonstration.SOON).until(() -> {
            Answer answer = Person.COORDINATOR.post("/api/meetings/none/cancellation", Map.of());
            return answer.status() == 404;
        });
    }
}

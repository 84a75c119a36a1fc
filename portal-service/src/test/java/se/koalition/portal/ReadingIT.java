package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the API answers, however the events came. */
class ReadingIT extends Portal {

    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void shuffled_and_tripled_events_give_the_same_as_in_order() {
        World inOrder = new World();
        publish(inOrder.events());
        World shuffled = new World();
        List<Told> thrice = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            thrice.addAll(shuffled.events());
        }
        Collections.shuffle(thrice, new Random(7));
        publish(thrice);
        String expected = settled(inOrder).toString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(settled(shuffled)
                                .toString()
                                .replace(shuffled.coalition, inOrder.coalition)
                                .replace(shuffled.list, inOrder.list)
                                .replace(shuffled.school, inOrder.school)
                                .replace(shuffled.museum, inOrder.museum)
                                .replace(shuffled.meeting, inOrder.meeting)
                                .replace(shuffled.open, inOrder.open)
                                .replace(shuffled.secret, inOrder.secret))
                        .isEqualTo(expected));
    }

    private JsonNode settled(World world) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode seen = json("/api/coalitions/" + world.coalition, "Authorization", token(world.email(world.anna)));
            assertThat(seen.path("meetings")
                            .path("items")
                            .path(0)
                            .path("answers")
                            .path("maybe")
                            .asInt())
                    .isOne();
            assertThat(seen.path("insights").path("count").asInt()).isEqualTo(2);
            assertThat(seen.path("activity").path("items").size()).isEqualTo(10);
        });
        return json("/api/coalitions/" + world.coalition, "Authorization", token(world.email(world.anna)));
    }

    @Test
    void one_answer_has_the_whole_coalition() {
        World world = new World();
        publish(world.events());
        JsonNode seen = settled(world);
        assertThat(seen.path("actors").path("count").asInt()).isEqualTo(2);
        assertThat(seen.path("actors").path("bySector").path("culture").asInt()).isOne();
        assertThat(seen.path("actors").path("items").path(0).path("name").asString(""))
                .isEqualTo("Ålands museum");
        JsonNode meeting = seen.path("meetings").path("items").path(0);
        assertThat(meeting.path("start").asString("")).isEqualTo("2027-02-18T08:00:00Z");
        assertThat(meeting.path("answers").toString()).isEqualTo("{\"yes\":0,\"no\":0,\"maybe\":1,\"waiting\":1}");
        assertThat(seen.toString()).doesNotContain("@");
    }

    @Test
    void a_visitor_never_sees_what_is_for_the_coalition() {
        World world = new World();
        publish(world.events());
        settled(world);
        String seen = get("/api/coalitions/" + world.coalition).body();
        assertThat(seen).contains(world.open).doesNotContain(world.secret).doesNotContain("moten.example");
        assertThat(get("/api/coalitions/" + world.coalition + "/activity").body())
                .contains(world.open)
                .doesNotContain(world.secret);
        assertThat(get("/api/insights/" + world.secret).statusCode()).isEqualTo(404);
        assertThat(get("/insights/" + world.secret).statusCode()).isEqualTo(404);
        assertThat(get("/coalitions/" + world.coalition).body()).doesNotContain(world.secret);
        assertThat(get("/api/meetings/" + world.meeting).body()).doesNotContain("moten.example");
        assertThat(get("/meetings/" + world.meeting).body()).doesNotContain("moten.example");
        String anna = token(world.email(world.anna));
        assertThat(get("/api/insights/" + world.secret, "Authorization", anna).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/meetings/" + world.meeting, "Authorization", anna).body())
                .contains("moten.example");
    }

    @Test
    void what_is_unchanged_is_not_sent_again() {
        World world = new World();
        publish(world.events());
        settled(world);
        HttpResponse<String> first = get("/api/coalitions/" + world.coalition);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/coalitions/" + world.coalition, "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_resync_alone_rebuilds_everything() {
        World told = new World();
        World world = new World();
        publish(told.events());
        String expected = settled(told)
                .path("activity")
                .path("items")
                .path(9)
                .path("type")
                .asString("");
        publish(world.events().stream().map(Told::again).toList());
        assertThat(settled(world)
                        .path("activity")
                        .path("items")
                        .path(9)
                        .path("type")
                        .asString(""))
                .isEqualTo(expected);
    }

    @Test
    void a_read_waits_for_what_its_caller_has_seen_and_says_if_it_waited_in_vain() {
        World world = new World();
        publish(world.events());
        settled(world);
        String anna = token(world.email(world.anna));
        String path = "/api/coalitions/" + world.coalition;
        HttpResponse<String> there = get(path, "Authorization", anna, "X-Sequence", "meeting:" + world.meeting + ":2");
        assertThat(there.headers().firstValue("X-Stale")).isEmpty();
        HttpResponse<String> missing =
                get(path, "Authorization", anna, "X-Sequence", "meeting:" + world.meeting + ":3");
        assertThat(missing.headers().firstValue("X-Stale")).hasValue("true");
        assertThat(missing.statusCode()).isEqualTo(200);
    }
}

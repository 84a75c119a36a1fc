package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import se.koalition.local.servers.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** Replicas converge whatever comes, however often and in whatever order. */
class ReplicasTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(TestServers.mongoUri("replicas")), "replicas");
    private final Replicas replicas =
            new Replicas(mongo, new MessagingMetrics(new SimpleMeterRegistry()), Clock.systemUTC());

    private static Event event(String type, String id, long sequence, String text) {
        return new Event(
                "notes",
                new EventId(type, id, sequence),
                type + ".written.v1",
                Instant.now(),
                null,
                false,
                JSON.createObjectNode(),
                JSON.createObjectNode().put("text", text));
    }

    private boolean take(String document, String path, Event event) {
        return replicas.take(
                "views",
                document,
                path,
                event,
                new Document("text", event.state().path("text").asString()));
    }

    @RepeatedTest(5)
    void everythingThreeTimesAndShuffledEndsWithTheLatest() {
        String id = UUID.randomUUID().toString();
        List<Event> events = new ArrayList<>();
        for (int times = 0; times < 3; times++) {
            for (int sequence = 1; sequence <= 8; sequence++) {
                events.add(event("note", id, sequence, "text " + sequence));
            }
        }
        Collections.shuffle(events, new Random(id.hashCode()));

        events.forEach(event -> take(id, "note", event));

        Document view =
                mongo.getCollection("views").find(new Document("_id", id)).first();
        assertThat(view)
                .isEqualTo(
                        new Document("_id", id).append("note", new Document("sequence", 8L).append("text", "text 8")));
    }

    @Test
    void theSecondSourceOfAViewMayComeFirst() {
        String id = UUID.randomUUID().toString();

        assertThat(take(id, "answers.a", event("answer", id + ":a", 1, "yes"))).isTrue();
        assertThat(take(id, "meeting", event("meeting", id, 7, "moved"))).isTrue();
        assertThat(take(id, "meeting", event("meeting", id, 6, "older"))).isFalse();
        assertThat(take(id, "answers.b", event("answer", id + ":b", 1, "no"))).isTrue();
        assertThat(take(id, "answers.a", event("answer", id + ":a", 1, "duplicate")))
                .isFalse();

        Document view =
                mongo.getCollection("views").find(new Document("_id", id)).first();
        assertThat(view.getEmbedded(List.of("meeting", "text"), String.class)).isEqualTo("moved");
        assertThat(view.getEmbedded(List.of("answers", "a", "text"), String.class))
                .isEqualTo("yes");
        assertThat(view.getEmbedded(List.of("answers", "b", "text"), String.class))
                .isEqualTo("no");
    }
}

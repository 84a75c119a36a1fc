package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A member comes, takes part, leaves a successor and is forgotten, everywhere. */
class LeavingTests {

    private final String mark = UUID.randomUUID().toString();
    private final Person person = new Person("kortvarig-" + mark + "@koalition.example");
    private final Person successor = new Person("efter-" + UUID.randomUUID() + "@koalition.example");

    @Test
    void whoIsErasedIsInNoStoreAnyMore() {
        String actor =
                Person.VISITOR.read(Demonstration.PATH).at("/actors/items/0/id").asString();
        String meeting = Demonstration.schedule("Avsked", "2027-05-05T09:00", "2027-05-05T10:00");
        String id = seat(Person.COORDINATOR, actor, person, "Kortvarig " + mark, null);
        assertThat(Mailbox.expect(address(person), mail -> mail.subject().startsWith("Välkommen till "))
                        .text())
                .contains("Kortvarig " + mark, "Samordnare, koalitionen");
        Mailbox.expect(address(person), mail -> mail.subject().contains("Avsked"));
        await().atMost(Demonstration.SOON)
                .until(() -> person.put("/api/meetings/" + meeting + "/answers/" + id, Map.of("answer", "yes"))
                                .status()
                        == 204);
        person.make(
                "/api/insights",
                Map.of(
                        "coalitionId",
                        Demonstration.COALITION,
                        "title",
                        "Tack för mig",
                        "text",
                        "Hej då",
                        "visibility",
                        "coalition"));
        JsonNode data = person.read("/api/members/" + id + "/data");
        assertThat(data.path("missing")).isEmpty();
        assertThat(data.at("/services/actor-service/member/email").asString()).isEqualTo(address(person));
        assertThat(data.at("/services/meeting-service/answers")).hasSize(1);
        assertThat(data.at("/services/insight-service/insights")).hasSize(1);
        assertThat(data.at("/services/notification-service/mails")).hasSizeGreaterThan(1);

        seat(person, actor, successor, "Efterträdare", id);
        assertThat(Mailbox.expect(address(successor), mail -> mail.subject().startsWith("Välkommen till "))
                        .text())
                .contains("Du tar över platsen efter Kortvarig " + mark);
        assertThat(person.post("/api/members/" + id + "/departure", Map.of()).status())
                .isEqualTo(204);
        assertThat(Person.COORDINATOR
                        .send("DELETE", "/api/members/" + id, Map.of(), "")
                        .status())
                .isEqualTo(204);

        await().atMost(Demonstration.SOON)
                .untilAsserted(() -> assertThat(documentsWith(mark)).isEmpty());
    }

    private static String address(Person of) {
        return String.valueOf(of.email());
    }

    private static String seat(Person by, String actor, Person who, String name, @Nullable String predecessor) {
        Map<String, String> body = new HashMap<>(Map.of("name", name, "email", address(who)));
        if (predecessor != null) {
            body.put("successorOf", predecessor);
        }
        return by.make("/api/actors/" + actor + "/members", body);
    }

    /** In every collection of every service. */
    private static List<String> documentsWith(String text) {
        List<String> found = new ArrayList<>();
        try (MongoClient store = MongoClients.create(Suite.running().store())) {
            for (String database : store.listDatabaseNames()) {
                MongoDatabase service = store.getDatabase(database);
                for (String collection : service.listCollectionNames()) {
                    for (Document document : service.getCollection(collection).find()) {
                        if (document.toJson().contains(text)) {
                            found.add(database + "." + collection + ": " + document.toJson());
                        }
                    }
                }
            }
        }
        return found;
    }
}

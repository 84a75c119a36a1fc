package se.koalition.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import se.koalition.local.servers.TestServers;

/** Everyone who belongs to a coalition gets invited, in whatever order this service hears of it; over the broker. */
class InvitationsTests extends RunningService {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static KafkaProducer<String, byte[]> broker;

    @Autowired
    MongoOperations mongo;

    @BeforeAll
    static void connect() {
        broker = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.kafka()), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    private static void send(List<ToldEvent> events) {
        events.forEach(event -> broker.send(event.record()));
        broker.flush();
    }

    private Document meeting(String id) {
        Document found =
                mongo.getCollection("meeting").find(new Document("_id", id)).first();
        assertThat(found).isNotNull();
        return found;
    }

    private List<String> invited(String id) {
        return meeting(id).get("state", Document.class).getList("invited", String.class);
    }

    private List<String> facts(String id) {
        return meeting(id).getList("history", Document.class).stream()
                .map(fact -> fact.getString("type"))
                .toList();
    }

    private void awaitInvited(String id, String... members) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(invited(id)).containsExactlyInAnyOrder(members));
    }

    @Test
    void whoJoinsLaterIsInvitedOnce() {
        told(ToldEvent.coordinator(coordinator, 1, coalition));
        String id = scheduled();
        assertThat(invited(id)).containsExactly(coordinator);

        ToldEvent joined = ToldEvent.actor(actor, 2, coalition);
        ToldEvent added = ToldEvent.representative(anna, 1, actor);
        send(List.of(joined, added, added, joined));

        awaitInvited(id, coordinator, anna);
        assertThat(facts(id)).containsExactly("meeting.scheduled.v1", "meeting.invitations-extended.v1");
    }

    @RepeatedTest(3)
    void anyOrderAndDuplicatesEndTheSame() {
        told(ToldEvent.coordinator(coordinator, 1, coalition));
        String id = scheduled();
        String bo = newId();
        String second = newId();
        List<ToldEvent> events = new ArrayList<>();
        for (int times = 0; times < 3; times++) {
            events.add(ToldEvent.actor(actor, 1));
            events.add(ToldEvent.actor(actor, 2, newId()));
            events.add(ToldEvent.actor(actor, 3, newId(), coalition));
            events.add(ToldEvent.actor(second, 2, coalition));
            events.add(ToldEvent.representative(anna, 1, actor));
            events.add(ToldEvent.representative(bo, 1, second));
        }
        Collections.shuffle(events, new Random(id.hashCode()));

        send(events);

        awaitInvited(id, coordinator, anna, bo);
    }

    @Test
    void whoJoinedWhileTheMeetingWasBeingScheduledIsInvitedByItsOwnEvent() {
        coalitionOfTwo();
        String id = newId();
        // As a command leaves it that read the directory before Anna's event and stored the meeting after it.
        mongo.getCollection("meeting")
                .insertOne(new Document("_id", id)
                        .append("version", 1L)
                        .append("request", "")
                        .append("state", scheduledWithout(id))
                        .append("history", List.of(fact()))
                        .append("outbox", List.of(waiting(id))));

        awaitInvited(id, coordinator, anna);
    }

    private Document scheduledWithout(String id) {
        String other = scheduled();
        Document state = meeting(other).get("state", Document.class);
        return state.append("_id", id).append("invited", List.of(coordinator));
    }

    private static Document fact() {
        return new Document("type", "meeting.scheduled.v1")
                .append("time", Date.from(Instant.now()))
                .append("sequence", 1L);
    }

    private static Document waiting(String id) {
        return fact().append("value", "{\"fact\":{},\"state\":{\"id\":\"%s\"}}".formatted(id));
    }

    @Test
    void whoLeavesIsInvitedNoMoreAndMayNotAnswer() {
        coalitionOfTwo();
        String id = scheduled();
        assertThat(invited(id)).contains(anna);

        ToldEvent left = ToldEvent.left(anna, 2, actor);
        told(left, left);

        assertThat(invited(id)).containsExactly(coordinator);
        assertThat(facts(id)).containsExactly("meeting.scheduled.v1", "meeting.invitations-withdrawn.v1");
        assertThat(as(anna, 2, answer(id, anna, "yes"))).hasStatus(403);
        assertThat(as(anna, 2, get("/api/meetings/" + id))).hasStatus(403);
        assertThat(as(coordinator, answer(id, anna, "yes"))).hasStatus(404);
        assertThat(invited(scheduled())).containsExactly(coordinator);

        told(ToldEvent.representative(anna, 3, actor));
        assertThat(invited(id)).containsExactly(coordinator, anna);
    }

    @Test
    void whoLeavesWhileAMeetingIsScheduledIsTakenOffByItsOwnEvent() {
        coalitionOfTwo();
        String id = scheduled();
        told(ToldEvent.left(anna, 2, actor));
        mongo.getCollection("meeting")
                .updateOne(new Document("_id", id), com.mongodb.client.model.Updates.push("state.invited", anna));

        as(
                coordinator,
                post("/api/meetings/" + id + "/rescheduling", rescheduling(later))
                        .with("If-Match", "*"));

        awaitInvited(id, coordinator);
    }

    @Test
    void whoseActorLeavesIsInvitedNoMore() {
        coalitionOfTwo();
        String id = scheduled();

        told(ToldEvent.actor(actor, 3, newId()));
        assertThat(invited(id)).as("nothing says that it left").contains(anna);
        told(ToldEvent.actorLeft(actor, 4, newId(), coalition));

        assertThat(invited(id)).containsExactly(coordinator);
    }

    @Test
    void whatIsOverKeepsWhoWasInvited() {
        coalitionOfTwo();
        String id = scheduled();
        as(coordinator, post("/api/meetings/" + id + "/cancellation", "{}"));

        told(ToldEvent.left(anna, 2, actor));

        assertThat(invited(id)).contains(anna);
    }

    @Test
    void aMemberSeesWhatIsStoredAboutThem() {
        coalitionOfTwo();
        String id = scheduled();
        as(anna, answer(id, anna, "maybe"));

        var data = as(anna, get("/api/members/" + anna + "/data"));
        assertThat(data)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.answers[0].answer")
                .isEqualTo("maybe");
        assertThat(data).bodyJson().extractingPath("$.invitedTo").isEqualTo(List.of(id));
        assertThat(data).bodyJson().extractingPath("$.did[0].type").isEqualTo("answer.given.v1");
        assertThat(as(coordinator, get("/api/members/" + anna + "/data"))).hasStatus(403);
        assertThat(http.get()
                        .uri("/api/members/" + anna + "/data")
                        .with(SecurityMockMvcRequestPostProcessors.jwt()
                                .jwt(token -> token.subject("o").claim("operator", true))))
                .hasStatusOk()
                .bodyText()
                .contains("answer.given.v1");
    }

    @Test
    void nobodyIsInvitedToWhatIsCancelled() {
        told(ToldEvent.coordinator(coordinator, 1, coalition));
        String cancelled = scheduled();
        as(coordinator, post("/api/meetings/" + cancelled + "/cancellation", "{}"));
        String coming = scheduled();

        send(List.of(ToldEvent.actor(actor, 1, coalition), ToldEvent.representative(anna, 1, actor)));

        awaitInvited(coming, coordinator, anna);
        assertThat(invited(cancelled)).containsExactly(coordinator);
    }

    @Test
    void whatCannotBeReadDoesNotStopTheOthers() {
        told(ToldEvent.coordinator(coordinator, 1, coalition));
        String id = scheduled();
        ToldEvent broken = new ToldEvent("member", anna, 1, "member.added.v1", "{\"roles\":7}");

        send(List.of(broken, ToldEvent.actor(actor, 1, coalition), ToldEvent.representative(anna, 2, actor)));

        awaitInvited(id, coordinator, anna);
    }

    @Test
    void nobodyIsInvitedInAConcludedCoalitionAnyMore() {
        told(ToldEvent.coordinator(coordinator, 1, coalition));
        String id = scheduled();

        told(
                ToldEvent.coalition(coalition, 4, "concluded"),
                ToldEvent.actor(actor, 2, coalition),
                ToldEvent.representative(anna, 1, actor));

        assertThat(invited(id)).containsExactly(coordinator);
    }
}

package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import se.koalition.local.servers.TestServers;

/** What is accepted gets done, whenever the service stops and starts again. */
class ResumedImportTests extends RunningService {

    private static final String TYPE = "actors-import";

    private final String id = newId();

    @Autowired
    SmartLifecycle importWorker;

    @BeforeEach
    void aCoalition() {
        startedCoalition();
    }

    @AfterEach
    void theWorkerIsBack() {
        if (!importWorker.isRunning()) {
            importWorker.start();
        }
    }

    private List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Förening " + i + " " + coalition)
                .toList();
    }

    private void send(int count) {
        send(id, names(count).toArray(String[]::new));
    }

    private void send(String key, String... names) {
        Request csv = new Request(
                HttpMethod.POST,
                "/api/coalitions/" + coalition + "/actors/imports",
                MediaType.valueOf("text/csv;charset=UTF-8"),
                "name,sector\n" + String.join(",culture\n", names) + ",culture\n",
                Map.of("Idempotency-Key", key));
        assertThat(as(coordinator, csv)).hasStatus(202);
    }

    private Document state() {
        return stored(TYPE, id).get("state", Document.class);
    }

    private void finished(int registered) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(state()).containsEntry("status", "FINISHED").containsEntry("done", registered);
            assertThat(state().get("outcome", Document.class))
                    .containsEntry("registered", registered)
                    .containsEntry("joined", 0)
                    .containsEntry("unchanged", 0);
        });
        assertThat(joined()).isEqualTo(registered);
    }

    private long joined() {
        return mongo.getCollection("actor")
                .countDocuments(new Document("version", 2L)
                        .append("state.participations.coalitionId", coalition)
                        .append("state.participations.importId", id));
    }

    /** As a process leaves it that accepted the file and was killed before it worked anything off. */
    private void leftBehind(Document change) {
        importWorker.stop();
        send(3);
        mongo.getCollection(TYPE).updateOne(new Document("_id", id), new Document("$set", change));
    }

    @Test
    void whatIsAcceptedWhileTheWorkerIsStoppingIsWorkedOffAtTheNextStart() {
        importWorker.stop();
        send(3);
        assertThat(state()).containsEntry("status", "ACCEPTED").containsEntry("done", 0);

        importWorker.start();

        finished(3);
    }

    @Test
    void whoWasStoppedInTheMiddleGoesOnWhereItStoodAndDoesNothingTwice() {
        send(150);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(state().getInteger("done")).isPositive());

        importWorker.stop();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(TYPE, id)).doesNotContainKeys("lease", "leasedBy"));
        assertThat(state()).containsEntry("status", "ACCEPTED");
        assertThat(state().getInteger("done")).isBetween(1, 149);
        importWorker.start();

        finished(150);
        assertThat(told(TYPE, id))
                .extracting(ToldEvent::type)
                .containsExactly("actors-import.accepted.v1", "actors-import.finished.v1");
    }

    @Test
    void aRowWhoseProgressWasLostIsRepeatedAndCountedTheSame() {
        importWorker.stop();
        send(3);
        var rows = state().getList("rows", Document.class);
        importWorker.start();
        finished(3);
        importWorker.stop();
        Document asBeforeTheSecondRow = new Document("state.status", "ACCEPTED")
                .append("state.rows", rows)
                .append("state.done", 1)
                .append(
                        "state.outcome",
                        new Document("registered", 1).append("joined", 0).append("unchanged", 0));
        mongo.getCollection(TYPE).updateOne(new Document("_id", id), new Document("$set", asBeforeTheSecondRow));

        importWorker.start();

        finished(3);
    }

    @Test
    void aLeaseThatRanOutHoldsNobodyUp() {
        leftBehind(new Document("lease", Date.from(Instant.now().minusSeconds(1))));

        importWorker.start();

        finished(3);
    }

    @Test
    void whatAnotherProcessWorksOnIsLeftToIt() {
        leftBehind(new Document("lease", Date.from(Instant.now().plusSeconds(3600))));
        String other = newId();
        send(other, "Kören " + coalition);

        importWorker.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(TYPE, other).get("state", Document.class))
                        .containsEntry("status", "FINISHED"));
        assertThat(state()).containsEntry("status", "ACCEPTED").containsEntry("done", 0);
        assertThat(joined()).isZero();
    }

    @Test
    void whoLostTheLeaseInTheMiddleStoresNothingMore() {
        send(150);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(state().getInteger("done")).isPositive());
        Date longEnough = Date.from(Instant.now().plusSeconds(3600));
        Document taken = Objects.requireNonNull(mongo.getCollection(TYPE)
                .findOneAndUpdate(
                        new Document("_id", id).append("state.status", "ACCEPTED"),
                        new Document("$set", new Document("lease", longEnough).append("leasedBy", "another"))));
        String next = newId();
        send(next, "Kören " + coalition);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(TYPE, next).get("state", Document.class))
                        .containsEntry("status", "FINISHED"));
        assertThat(state()).isEqualTo(taken.get("state", Document.class));
        assertThat(stored(TYPE, id)).containsEntry("lease", longEnough).containsEntry("leasedBy", "another");
    }

    @Test
    void oneThatFailsEachTimeHoldsUpNoOther() {
        leftBehind(new Document("state.coalitionId", "nowhere"));
        String next = newId();
        send(next, "Kören " + coalition);

        importWorker.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(TYPE, next).get("state", Document.class))
                        .containsEntry("status", "FINISHED"));
        assertThat(state()).containsEntry("status", "ACCEPTED").containsEntry("done", 0);
        mongo.getCollection(TYPE).deleteOne(new Document("_id", id));
    }

    @Test
    void whatAKilledProcessLeftInTheMiddleIsFinishedOnce() {
        int rows = 300;
        importWorker.stop();
        send(rows);
        ImportProcess.killInTheMiddle(TestServers.kafka(), TestServers.mongoUri("actor"), id, rows);
        assertThat(state()).containsEntry("status", "ACCEPTED");
        assertThat(state().getInteger("done")).isBetween(1, rows - 1);
        // The lease of the killed one runs out by itself after half a minute.
        mongo.getCollection(TYPE)
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document("lease", Date.from(Instant.now().minusSeconds(1)))));

        importWorker.start();

        finished(rows);
        assertThat(told(TYPE, id))
                .extracting(ToldEvent::type)
                .containsExactly("actors-import.accepted.v1", "actors-import.finished.v1");
    }
}

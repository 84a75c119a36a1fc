package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** Commands, outbox, relay and replicas against the real broker and the store. */
class OutboxTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ConfigurableApplicationContext context;
    private static Aggregates<Note> notes;
    private static Replicas replicas;
    private static MongoOperations mongo;
    private static TestApplication application;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void start() {
        context = TestApplication.start("outbox", "outbox-tests");
        notes = context.getBean(Aggregates.class);
        replicas = context.getBean(Replicas.class);
        mongo = context.getBean(MongoOperations.class);
        application = context.getBean(TestApplication.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static void awaitReplica(String id, String text) {
        await().atMost(PATIENCE)
                .until(() -> replicas.find("replica", id, "note", Note.class)
                        .filter(note -> note.text().equals(text))
                        .isPresent());
    }

    private static List<Document> outbox(String id) {
        return mongo.getCollection("note").find(new Document("_id", id)).first().getList("outbox", Document.class);
    }

    @Test
    void anOperatorSeesPerTopicAndAggregateWhatWaitsWasPublishedAndHowFarReplicasAreBehind() {
        String id = newId();
        notes.create(id, null, "request", Note.write(id, "counted"));
        awaitReplica(id, "counted");

        MeterRegistry meters = context.getBean(MeterRegistry.class);
        Tags both = Tags.of("topic", Topics.ACTOR_EVENTS, "aggregate", "note");
        assertThat(meters.get("koalition.events.published")
                        .tag("topic", Topics.ACTOR_EVENTS)
                        .counter()
                        .count())
                .isPositive();
        assertThat(meters.get("koalition.replica.lag").tags(both).timer().count())
                .isPositive();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(meters.get("koalition.outbox.waiting")
                                .tags(both)
                                .gauge()
                                .value())
                        .isZero());
        assertThat(meters.get("koalition.outbox.age").tags(both).gauge().value())
                .isNotNegative();
    }

    @Test
    void aFactReachesTheReplicaAndLeavesTheOutbox() {
        String id = newId();

        Stored<Note> stored = notes.create(id, "someone", "request", Note.write(id, "första"));

        assertThat(stored.position()).hasToString("note:" + id + ":1");
        awaitReplica(id, "första");
        await().atMost(PATIENCE).until(() -> outbox(id).isEmpty());
        Event event = application.received.stream()
                .filter(e -> e.id().aggregateId().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(event.type()).isEqualTo("note.written.v1");
        assertThat(event.member()).isEqualTo("someone");
        assertThat(event.fact().path("text").asString()).isEqualTo("första");
        assertThat(event.history()).singleElement().satisfies(h -> {
            assertThat(h.sequence()).isEqualTo(1);
            assertThat(h.time()).isEqualTo(event.time());
        });
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndAnotherOneAConflict() {
        String id = newId();
        Stored<Note> first = notes.create(id, null, "a", Note.write(id, "x"));

        assertThat(notes.create(id, null, "a", Note.write(id, "x"))).isEqualTo(first);
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> notes.create(id, null, "b", Note.write(id, "y")));
    }

    @Test
    void concurrentWritersOfOneAggregateLoseNothing() throws Exception {
        String id = newId();
        notes.create(id, null, "", Note.write(id, ""));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Stored<Note>>> writers = IntStream.range(0, 24)
                    .<Callable<Stored<Note>>>mapToObj(i ->
                            () -> notes.change(id, null, null, note -> Note.write(id, note.text() + "x")))
                    .toList();
            for (var result : threads.invokeAll(writers)) {
                result.get();
            }
        }

        assertThat(notes.get(id).version()).isEqualTo(25);
        assertThat(notes.get(id).state().text()).hasSize(24);
        awaitReplica(id, "x".repeat(24));
    }

    @Test
    void aStaleVersionIsRefused() {
        String id = newId();
        notes.create(id, null, "", Note.write(id, "1"));
        notes.change(id, 1L, null, note -> Note.write(id, "2"));

        assertThatExceptionOfType(Refused.StaleVersion.class)
                .isThrownBy(() -> notes.change(id, 1L, null, note -> Note.write(id, "3")));
        assertThat(notes.change(id, null, null, note -> null).version()).isEqualTo(2);
    }

    @Test
    void anEventOverTheCapIsRefusedInTheCommand() {
        String id = newId();

        assertThatExceptionOfType(Refused.EventTooLarge.class)
                .isThrownBy(() -> notes.create(id, null, "", Note.write(id, "x".repeat(130 * 1024))));
        assertThat(notes.find(id)).isEmpty();
    }

    @Test
    void whatACrashLeftInTheOutboxIsSentByTheSweep() {
        String id = newId();
        // As a process leaves it that dies between the write and the send: stored, and nobody woken.
        OutboxEntry entry = new OutboxEntry(
                1,
                "note.written.v1",
                java.time.Instant.now(),
                null,
                null,
                false,
                "{\"fact\":{},\"state\":{\"id\":\"" + id + "\",\"text\":\"left\",\"history\":[]}}");
        mongo.getCollection("note")
                .insertOne(new Document("_id", id)
                        .append("version", 1L)
                        .append("request", "")
                        .append("state", new Document("_id", id).append("text", "left"))
                        .append("history", List.of())
                        .append("outbox", List.of(entry.toDocument())));

        awaitReplica(id, "left");
        await().atMost(PATIENCE).until(() -> outbox(id).isEmpty());
    }

    @Test
    void resyncTellsTheCurrentStateAgainMarked() {
        String id = newId();
        notes.create(id, null, "", Note.write(id, "kept"));
        awaitReplica(id, "kept");
        mongo.getCollection("replica").deleteOne(new Document("_id", id));

        context.getBean(Resync.class).resync();

        awaitReplica(id, "kept");
        assertThat(application.received)
                .anyMatch(e -> e.id().aggregateId().equals(id) && e.resync() && e.id().sequence() == 2);
    }

    @Test
    void unreadableBytesBecomeADeadLetterAndTheOthersGoOn() {
        String id = newId();
        byte[] rubbish = {(byte) 0xff, 0, 1, 2};
        var hostile = new ProducerRecord<>(Topics.ACTOR_EVENTS, "hostile", rubbish);
        hostile.headers()
                .add("spring_json_header_types", "{\"x\":\"java.lang.Runtime\"}".getBytes(StandardCharsets.UTF_8));
        hostile.headers().add("contentType", "\u0000".getBytes(StandardCharsets.UTF_8));
        context.getBean(Publisher.class).send(hostile);
        notes.create(id, null, "", Note.write(id, "after"));

        awaitReplica(id, "after");
        DeadLetters deadLetters = context.getBean(DeadLetters.class);
        await().atMost(PATIENCE).until(() -> !deadLetters.list().isEmpty());
        assertThat(deadLetters.list()).first().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Topics.ACTOR_EVENTS);
            assertThat(letter.key()).isEqualTo("hostile");
            assertThat(java.util.Base64.getDecoder().decode(letter.bytesBase64()))
                    .isEqualTo(rubbish);
        });

        assertThat(deadLetters.replay().get("replayed")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> deadLetters.list().size() == 1);
    }

    @Test
    void anOutageIsWaitedOutAndNothingIsDeadLettered() {
        String id = newId();
        application.outage.set(true);
        notes.create(id, null, "", Note.write(id, "patient"));
        await().atMost(PATIENCE).until(() -> outbox(id).isEmpty());
        application.outage.set(false);

        awaitReplica(id, "patient");
    }
}

package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import se.koalition.local.servers.TestServers;

/** Whatever a topic holds, replicas end as their owners are. */
class ConsumingTests {

    private static ConfigurableApplicationContext context;
    private static Aggregates<Note> notes;
    private static TestApplication application;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void start() {
        context = TestApplication.start("consuming", "consuming-tests");
        notes = context.getBean(Aggregates.class);
        application = context.getBean(TestApplication.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static String write(int times) {
        String id = UUID.randomUUID().toString();
        for (int number = 1; number <= times; number++) {
            String text = "text " + number;
            notes.put(id, null, note -> Note.write(id, text));
        }
        return id;
    }

    private static void send(ProducerRecord<String, byte[]> message) {
        context.getBean(Publisher.class).send(message);
    }

    private static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> message) {
        return new ProducerRecord<>(message.topic(), null, message.key(), message.value(), message.headers());
    }

    private static long receivedOf(Set<String> ids) {
        return application.received.stream()
                .filter(event -> ids.contains(event.id().aggregateId()))
                .count();
    }

    private static String text(String id) {
        return context.getBean(Replicas.class)
                .find("replica", id, "note", Note.class)
                .map(Note::text)
                .orElse("");
    }

    @Test
    void everyRecordThreeTimesAndShuffledLeavesReplicasEqual() {
        Set<String> ids = IntStream.range(0, 20).mapToObj(i -> write(5)).collect(Collectors.toSet());
        Convergence.await(context);
        List<ConsumerRecord<String, byte[]>> records = Convergence.records(TestServers.kafka(), ids);
        context.getBean(MongoOperations.class).getCollection("replica").deleteMany(new Document());
        long before = receivedOf(ids);

        List<ConsumerRecord<String, byte[]>> shuffled = new ArrayList<>();
        Collections.nCopies(3, records).forEach(shuffled::addAll);
        Collections.shuffle(shuffled, new Random(records.size()));
        shuffled.forEach(message -> send(again(message)));

        await().atMost(Convergence.PATIENCE).until(() -> receivedOf(ids) == before + shuffled.size());
        ids.forEach(id -> assertThat(text(id)).isEqualTo("text 5"));
        Set<String> others = context.getBean(MongoOperations.class)
                .getCollection("note")
                .find()
                .map(note -> note.getString("_id"))
                .into(new java.util.HashSet<>());
        others.removeAll(ids);
        Convergence.records(TestServers.kafka(), others).forEach(message -> send(again(message)));
        Convergence.await(context);
    }

    @Test
    void anUnknownFactInAHigherVersionStillUpdatesTheReplica() {
        String id = write(1);
        Convergence.await(context);
        String value = """
                {"fact": {"what": ["nobody", "knows"]},
                 "state": {"id": "%s", "text": "later", "colour": {"new": true}, "history": []}}""".formatted(id);

        send(new OutboxEntry(9, "note.painted.v7", Instant.now(), null, null, false, value)
                .toRecord(TestApplication.NOTE, id));

        await().atMost(Convergence.PATIENCE).until(() -> text(id).equals("later"));
    }

    @Test
    void whatCouldNotBeReadIsKeptUnchangedAndReplayedOnceItCan() {
        String id = UUID.randomUUID().toString();
        application.unreadable.add(id);
        notes.create(id, "someone", "", Note.write(id, "at last"));
        DeadLetters deadLetters = context.getBean(DeadLetters.class);
        await().atMost(Convergence.PATIENCE)
                .until(() -> deadLetters.list().stream().anyMatch(letter -> id.equals(letter.key())));
        var original = Convergence.records(TestServers.kafka(), Set.of(id)).getFirst();
        assertThat(deadLetters.list())
                .filteredOn(letter -> id.equals(letter.key()))
                .singleElement()
                .satisfies(letter -> assertThat(Base64.getDecoder().decode(letter.bytesBase64()))
                        .isEqualTo(original.value()));
        application.unreadable.remove(id);

        deadLetters.replay();

        await().atMost(Convergence.PATIENCE).until(() -> text(id).equals("at last"));
        var records = Convergence.records(TestServers.kafka(), Set.of(id));
        assertThat(records).hasSize(2);
        assertThat(records.getLast().headers()).isEqualTo(original.headers());
        assertThat(deadLetters.list()).noneMatch(letter -> id.equals(letter.key()));
    }
}

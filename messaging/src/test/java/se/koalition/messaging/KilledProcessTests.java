package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import se.koalition.local.servers.TestServers;

/** A service process is really killed; the next one carries on where it was. */
class KilledProcessTests {

    private final String mongo = TestServers.mongoUri("killed-" + UUID.randomUUID());

    private List<NoteProcess.Written> kill(NoteProcess.Point point) {
        return NoteProcess.killWhenThere(NoteProcess.start(TestServers.kafka(), mongo, point));
    }

    private ConfigurableApplicationContext next(NoteProcess.Point point) {
        return TestApplication.start(TestServers.kafka(), mongo, "notes-" + point);
    }

    private static Set<String> ids(List<NoteProcess.Written> written) {
        return written.stream().map(NoteProcess.Written::id).collect(Collectors.toSet());
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void killedBetweenWriteAndSendItLosesNothing() {
        List<NoteProcess.Written> written = kill(NoteProcess.Point.BEFORE_SENDING);
        assertThat(written).hasSize(30);

        try (var next = next(NoteProcess.Point.BEFORE_SENDING)) {
            Convergence.await(next);
        }

        var records = Convergence.records(TestServers.kafka(), ids(written));
        assertThat(ids(written))
                .allSatisfy(id -> assertThat(Convergence.sequences(records, id)).isEqualTo(upTo(3)));
        assertThat(records).as("nothing had been sent before").hasSize(30);
    }

    @Test
    void killedBetweenSendAndClearItSendsOnceMoreAndReplicasAreEqual() {
        List<NoteProcess.Written> written = kill(NoteProcess.Point.BEFORE_CLEARING);
        var sent = Convergence.records(TestServers.kafka(), ids(written));
        assertThat(sent).as("what the broker had acknowledged").isNotEmpty();

        try (var next = next(NoteProcess.Point.BEFORE_CLEARING)) {
            Convergence.await(next);
        }

        var records = Convergence.records(TestServers.kafka(), ids(written));
        assertThat(records).as("the acknowledged ones came twice").hasSizeGreaterThanOrEqualTo(30 + sent.size());
        assertThat(ids(written))
                .allSatisfy(id -> assertThat(Convergence.sequences(records, id)).isEqualTo(upTo(3)));
    }

    @Test
    void killedInTheMiddleOfEverythingItKeepsWhatItSaidToBeStored() {
        List<NoteProcess.Written> written = kill(NoteProcess.Point.BUSY);

        try (var next = next(NoteProcess.Point.BUSY)) {
            Convergence.await(next);
            var notes = next.getBean(MongoOperations.class).getCollection("note");
            assertThat(written)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(write -> assertThat(notes.find(new Document("_id", write.id()))
                                    .first()
                                    .getLong("version"))
                            .isGreaterThanOrEqualTo(write.version()));
        }
    }

    @Test
    void twoProcessesOnOneDatabaseLoseNothing() {
        String id = UUID.randomUUID().toString();
        List<NoteProcess.Written> other;
        try (var one = next(NoteProcess.Point.BUSY)) {
            @SuppressWarnings("unchecked")
            Aggregates<Note> notes = one.getBean(Aggregates.class);
            Process two = NoteProcess.start(TestServers.kafka(), mongo, NoteProcess.Point.BUSY);
            notes.create(id, null, "", Note.write(id, "1"));
            for (int i = 2; i <= 100; i++) {
                String text = Integer.toString(i);
                notes.change(id, null, null, note -> Note.write(id, text));
            }
            other = NoteProcess.killWhenThere(two);
            Convergence.await(one);
        }

        var records = Convergence.records(TestServers.kafka(), Set.of(id));
        assertThat(Convergence.sequences(records, id)).isEqualTo(upTo(100));
        assertThat(other).isNotEmpty();
    }
}

package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import se.koalition.local.servers.Broker;
import se.koalition.local.servers.Store;
import se.koalition.local.servers.TestServers;

/** The broker or the store is away for a while; afterwards everything is as if it never had been. */
class StoppedServersTests {

    private static final int CAP = 64;

    @TempDir
    private Path directory;

    private final String id = UUID.randomUUID().toString();

    @SuppressWarnings("unchecked")
    private static Aggregates<Note> notes(ConfigurableApplicationContext context) {
        return context.getBean(Aggregates.class);
    }

    private void write(Aggregates<Note> notes, int number) {
        notes.put(id, null, note -> Note.write(id, "text " + number));
    }

    @Test
    void withoutBrokerCommandsGoOnUntilTheCapAndAllIsDeliveredInOrderAfterwards() {
        Broker broker = Broker.start(directory, 0);
        String address = broker.bootstrapServers();
        try (var context = TestApplication.start(address, TestServers.mongoUri("stopped-broker"), "stopped-broker")) {
            Aggregates<Note> notes = notes(context);
            write(notes, 1);
            Convergence.await(context);
            broker.close();

            IntStream.rangeClosed(2, CAP + 1).forEach(number -> write(notes, number));
            assertThatExceptionOfType(Refused.OutboxFull.class).isThrownBy(() -> write(notes, CAP + 2));
            String another = UUID.randomUUID().toString();
            notes.create(another, null, "", Note.write(another, "goes on"));

            broker = Broker.start(directory, Integer.parseInt(address.substring(address.indexOf(':') + 1)));
            Convergence.await(context);
            write(notes, CAP + 2);
            Convergence.await(context);

            var records = Convergence.records(address, Set.of(id));
            assertThat(Convergence.sequences(records, id))
                    .isEqualTo(LongStream.rangeClosed(1, CAP + 2).boxed().toList());
        } finally {
            broker.close();
        }
    }

    @Test
    void withoutStoreAnEventWaitsAndIsNoDeadLetter() {
        Store store = Store.start(directory, 0);
        int port = store.port();
        String uri = store.uri("stopped-store") + "?serverSelectionTimeoutMS=500";
        try (var context = TestApplication.start(TestServers.kafka(), uri, "stopped-store")) {
            Aggregates<Note> notes = notes(context);
            write(notes, 1);
            Convergence.await(context);
            store.close();

            String told = UUID.randomUUID().toString();
            context.getBean(Publisher.class).send(written(told).toRecord(TestApplication.NOTE, told));
            // Each attempt counts, of this event or of one before it.
            TestApplication application = context.getBean(TestApplication.class);
            int before = application.received.size();
            await("tried again and again")
                    .atMost(Convergence.PATIENCE)
                    .until(() -> application.received.size() > before + 3);

            store = Store.start(directory, port);
            await().atMost(Convergence.PATIENCE)
                    .until(() -> context.getBean(Replicas.class)
                            .find("replica", told, "note", Note.class)
                            .isPresent());
            write(notes, 2);
            Convergence.await(context);
            assertThat(context.getBean(DeadLetters.class).list()).noneMatch(letter -> told.equals(letter.key()));
        } finally {
            store.close();
        }
    }

    private static OutboxEntry written(String id) {
        return new OutboxEntry(
                1,
                "note.written.v1",
                Instant.now(),
                null,
                null,
                false,
                "{\"fact\":{},\"state\":{\"id\":\"" + id + "\",\"text\":\"told\",\"history\":[]}}");
    }
}

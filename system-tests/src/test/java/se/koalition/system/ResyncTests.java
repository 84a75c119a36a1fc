package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The owners tell everything again: what was lost is built anew, and nobody is written to about it. */
class ResyncTests {

    private static final String PORTAL = "portal-service";

    private static JsonNode coalition() {
        return Person.COORDINATOR.read(Demonstration.PATH);
    }

    private static List<String> mails() {
        return Stream.concat(Stream.of("samordnare@koalition.example"), Demonstration.members().stream())
                .flatMap(address -> Mailbox.of(address).stream())
                .map(Mailbox.Mail::id)
                .sorted()
                .toList();
    }

    /** Mails of earlier tests may still be on their way. */
    private static List<String> settledMails() {
        AtomicReference<List<String>> last = new AtomicReference<>(List.of());
        await().during(Duration.ofSeconds(3)).atMost(Demonstration.SOON).until(() -> {
            List<String> now = mails();
            return !now.isEmpty() && now.equals(last.getAndSet(now));
        });
        return Objects.requireNonNull(last.get());
    }

    @Test
    void anEmptyPortalDatabaseIsRebuiltAndNobodyIsMailed() {
        List<String> mails = settledMails();
        JsonNode before = coalition();

        Suite.kill(PORTAL);
        try (MongoClient store = MongoClients.create(Suite.running().store())) {
            store.getDatabase(PORTAL).drop();
        }
        Suite.run("up", "--background");
        assertThat(Person.VISITOR.get(Demonstration.PATH).status()).isEqualTo(404);
        for (String owner : List.of("actor-service", "meeting-service", "insight-service")) {
            assertThat(Suite.run("resync", owner)).contains(owner);
        }

        await().atMost(Demonstration.SOON)
                .until(() -> Person.VISITOR.get(Demonstration.PATH).status() == 200
                        && Person.COORDINATOR.get(Demonstration.PATH).status() == 200
                        && coalition().equals(before));
        // The mail of what happens next comes behind all that was told again.
        String title = "Efter omtaget";
        Demonstration.schedule(title, "2027-06-01T13:00", "2027-06-01T14:00");
        Mailbox.expect(
                Demonstration.members().getFirst(), mail -> mail.subject().contains(title));
        assertThat(Stream.concat(Stream.of("samordnare@koalition.example"), Demonstration.members().stream())
                        .flatMap(address -> Mailbox.of(address).stream())
                        .filter(mail -> !mail.subject().contains(title))
                        .map(Mailbox.Mail::id)
                        .sorted())
                .isEqualTo(mails);
    }
}

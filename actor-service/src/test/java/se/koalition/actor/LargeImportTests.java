package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** As many rows as a file may have, as long as they may be in it. */
class LargeImportTests extends RunningService {

    private static final int ROWS = 5_000;

    private final String id = newId();

    @Autowired
    SmartLifecycle importWorker;

    @BeforeEach
    void aCoalition() {
        startedCoalition();
    }

    private Request csv(String file, String query) {
        return new Request(
                HttpMethod.POST,
                "/api/coalitions/" + coalition + "/actors/imports" + query,
                MediaType.valueOf("text/csv;charset=UTF-8"),
                file,
                Map.of("Idempotency-Key", id));
    }

    private String file(int rows, int descriptionLength) {
        return IntStream.range(0, rows)
                .mapToObj(i ->
                        "Förening nummer " + i + " i " + coalition + ";kultur;Malmö;" + "ö".repeat(descriptionLength))
                .collect(Collectors.joining("\n", "namn;sektor;kommun;beskrivning\n", "\n"));
    }

    @Test
    void fiveThousandRowsAreForeseenAndStoredWholeAndOnlyTheirNumberIsTold() {
        String file = file(ROWS, 50);
        assertThat(file.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isBetween(800_000, 1024 * 1024);

        assertThat(as(coordinator, csv(file, "?dryRun=true")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"rows":5000,"registered":5000,"joined":0,"unchanged":0}""");
        // Working all of it off takes a while and shows nothing that a few rows do not: see the measurement below.
        importWorker.stop();
        assertThat(as(coordinator, csv(file, ""))).hasStatus(202);

        Document stored = stored("actors-import", id);
        assertThat(stored.get("state", Document.class).getList("rows", Document.class))
                .hasSize(ROWS);
        assertThat(told("actors-import", id).getFirst().value())
                .hasSizeLessThan(1_000)
                .contains("\"rows\":5000");
        mongo.getCollection("actors-import").deleteOne(new Document("_id", id));
        importWorker.start();
    }

    @Test
    void longDescriptionsMakeAFileTooLargeAndThatIsSaid() {
        refused(as(coordinator, csv(file(ROWS, 2_000), "")), 400, "invalid-input");
        assertThat(as(coordinator, csv(file(ROWS, 2_000), "")))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("file: may have at most 1 MiB; split it");
    }

    /**
     * Prints how fast it is; {@code mvn -pl actor-service test -Dtest=LargeImportTests -Dkoalition.import.rows=5000}
     * with as many rows as there may be.
     */
    @Test
    @SuppressWarnings("SystemOut") // the measurement
    void everyRowIsWorkedOff() {
        int rows = Integer.getInteger("koalition.import.rows", 100);
        String file = file(rows, 50);
        long asked = System.nanoTime();
        as(coordinator, csv(file, "?dryRun=true"));
        long sent = System.nanoTime();
        assertThat(as(coordinator, csv(file, ""))).hasStatus(202);
        long accepted = System.nanoTime();

        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> "FINISHED"
                        .equals(stored("actors-import", id)
                                .get("state", Document.class)
                                .getString("status")));
        double seconds = (System.nanoTime() - accepted) / 1e9;

        System.out.printf(
                "%d rows: foreseen in %.2f s, accepted in %.2f s, worked off in %.1f s (%.0f rows/s)%n",
                rows, (sent - asked) / 1e9, (accepted - sent) / 1e9, seconds, rows / seconds);
        assertThat(mongo.getCollection("actor").countDocuments(new Document("state.participations.importId", id)))
                .isEqualTo(rows);
    }
}

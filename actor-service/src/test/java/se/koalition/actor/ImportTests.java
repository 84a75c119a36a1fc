package se.koalition.actor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A coordinator sends a file of actors; it is taken whole or not at all, and then worked off. */
class ImportTests extends RunningService {

    private final String id = newId();
    private final String file = file("Skolan " + coalition, "Teatern " + coalition, "Kören " + coalition);

    @BeforeEach
    void aCoalition() {
        startedCoalition();
    }

    private static String file(String... names) {
        return "namn;sektor;kommun\n" + String.join(";culture;Östervik\n", names) + ";culture;\n";
    }

    private static String idOf(String name) {
        return UUID.nameUUIDFromBytes(("actor:" + name.toLowerCase(java.util.Locale.ROOT)).getBytes(UTF_8))
                .toString();
    }

    private Request csv(String content) {
        return new Request(
                HttpMethod.POST,
                "/api/coalitions/" + coalition + "/actors/imports",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                content,
                Map.of());
    }

    private MvcTestResult send(String content, String key) {
        return as(coordinator, csv(content).with("Idempotency-Key", key));
    }

    private MvcTestResult progress(String key) {
        return as(coordinator, get("/api/coalitions/" + coalition + "/actors/imports/" + key));
    }

    private void finished(String key, int registered, int joined, int unchanged) {
        int rows = registered + joined + unchanged;
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(progress(key)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {"id":"%s","status":"finished","rows":%d,"done":%d,
                         "outcome":{"registered":%d,"joined":%d,"unchanged":%d}}""".formatted(
                                        key, rows, rows, registered, joined, unchanged)));
    }

    @Test
    void aFileIsAcceptedAndWorkedOffToTheEnd() {
        assertThat(send(file, id))
                .hasStatus(202)
                .hasHeader("Location", "/api/coalitions/" + coalition + "/actors/imports/" + id)
                .hasHeader("X-Sequence", "actors-import:" + id + ":1")
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"" + id + "\"}");

        finished(id, 3, 0, 0);
        MvcTestResult skolan = as(newId(), get("/api/actors/" + idOf("Skolan " + coalition)));
        assertThat(skolan).bodyJson().extractingPath("$.municipality").isEqualTo("Östervik");
        assertThat(skolan)
                .bodyJson()
                .extractingPath("$.participations[*].importId")
                .asArray()
                .containsExactly(id);
    }

    @Test
    void theImportAndEachActorAreTold() {
        send(file, id);
        finished(id, 3, 0, 0);

        List<ToldEvent> imports = told("actors-import", id);
        assertThat(imports)
                .extracting(ToldEvent::type)
                .containsExactly("actors-import.accepted.v1", "actors-import.finished.v1");
        assertThat(imports)
                .extracting(ToldEvent::fact)
                .containsExactly(Map.of("rows", 3), Map.of("registered", 3, "joined", 0, "unchanged", 0));
        assertThat(imports.getFirst().state())
                .containsOnlyKeys("id", "coalitionId", "rows", "status", "acceptedAt", "history")
                .containsEntry("rows", 3)
                .containsEntry("status", "accepted");
        assertThat(imports.getLast().state())
                .containsOnlyKeys(
                        "id", "coalitionId", "rows", "status", "acceptedAt", "finishedAt", "outcome", "history")
                .containsEntry("status", "finished");
        assertThat(told("actor", idOf("Kören " + coalition)))
                .extracting(ToldEvent::fact)
                .containsExactly(Map.of(), Map.of("coalitionId", coalition, "importId", id));
        assertThat(imports)
                .allSatisfy(event -> assertThat(event.header("ce_member")).isEqualTo(coordinator));
    }

    @Test
    void sentAgainWithTheSameKeyItIsTheSameImport() {
        send(file, id);
        finished(id, 3, 0, 0);

        assertThat(send(file, id)).hasStatus(202).hasHeader("X-Sequence", "actors-import:" + id + ":1");
        refused(send(file("Annat"), id), 409, "conflict");
        assertThat(told("actors-import", id)).hasSize(2);
    }

    @Test
    void sentAgainWithoutAKeyItChangesNoActor() {
        send(file, id);
        finished(id, 3, 0, 0);
        String again = newId();

        send(file, again);

        finished(again, 0, 0, 3);
        assertThat(told("actor", idOf("Teatern " + coalition))).hasSize(2);
    }

    @Test
    void whoIsKnownFromAnotherCoalitionOnlyJoins() {
        String second = newId();
        started(second, address(coalition));
        assertThat(as(
                        coordinator,
                        post(
                                "/api/actors",
                                "{\"coalitionId\":\"%s\",\"name\":\"SKOLAN %s\",\"sector\":\"academia\"}"
                                        .formatted(second, coalition))))
                .hasStatus(201);

        send(file, id);

        finished(id, 2, 1, 0);
        assertThat(told("actor", idOf("Skolan " + coalition)).getLast().state()).containsEntry("sector", "academia");
    }

    @Test
    void aBadFileIsRefusedAsAWholeWithEveryPlace() {
        MvcTestResult result = send("namn;sektor\nSkolan " + coalition + ";culture\n;culture\nTeatern;theatre\n", id);

        refused(result, 400, "invalid-input");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("line 3, column name", "line 4, column sector");
        refused(progress(id), 404, "not-found");
        refused(as(coordinator, get("/api/actors/" + idOf("Skolan " + coalition))), 404, "not-found");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        tooLarge(send("namn;sektor\n" + "x".repeat(1024 * 1024), id));
    }

    @Test
    void aFileWithoutEndIsNotReadToItsEnd() {
        MvcTestResult result = http.perform(context -> {
            var endless = new MockHttpServletRequest(context, "POST", csv("").path()) {
                @Override
                public ServletInputStream getInputStream() {
                    return new Endless();
                }
            };
            endless.setContentType("text/csv");
            return SecurityMockMvcRequestPostProcessors.jwt()
                    .jwt(token -> token.subject(coordinator))
                    .postProcessRequest(endless);
        });

        tooLarge(result);
    }

    private static void tooLarge(MvcTestResult result) {
        refused(result, 400, "invalid-input");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .containsExactly(
                        Map.of("field", "file", "message", "may have at most 1 MiB; split it", "code", "too-large"));
    }

    private static final class Endless extends ServletInputStream {
        private long given;

        @Override
        public int read() {
            given++;
            assertThat(given).as("bytes read").isLessThan(2 * 1024 * 1024);
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            given += length;
            assertThat(given).as("bytes read").isLessThan(2 * 1024 * 1024);
            Arrays.fill(into, offset, offset + length, (byte) 'x');
            return length;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(send("", id), 400, "invalid-input");
        refused(
                as(coordinator, new Request(HttpMethod.POST, csv("").path(), csv("").type(), null, Map.of())),
                400,
                "invalid-input");
    }

    @Test
    void onlyCsvIsTaken() {
        refused(as(coordinator, post(csv("").path(), "{}")), 415, "unsupported-media-type");
    }

    @Test
    void onlyACoordinatorOfThisCoalitionSendsAndFollowsImports() {
        send(file, id);
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String foreign = UUID.nameUUIDFromBytes(("coalition:" + second + ":1").getBytes(UTF_8))
                .toString();

        for (String other : List.of(foreign, newId())) {
            refused(as(other, csv(file)), 403, "forbidden");
            refused(as(other, csv("not even a good file")), 403, "forbidden");
            refused(as(other, get(csv("").path() + "/" + id)), 403, "forbidden");
        }
        refused(asOperator(csv(file)), 403, "forbidden");
        assertThat(mongo.getCollection("actors-import").countDocuments(new Document("state.coalitionId", coalition)))
                .isEqualTo(1);
    }

    @Test
    void anImportIsFollowedInItsOwnCoalitionOnly() {
        send(file, id);
        String second = newId();
        started(second, address(coalition));

        refused(as(coordinator, get("/api/coalitions/" + second + "/actors/imports/" + id)), 404, "not-found");
    }
}

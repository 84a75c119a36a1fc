package se.koalition.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Meetings over HTTP: what is done and what is refused. */
class SchedulingTests extends RunningService {

    @BeforeEach
    void people() {
        coalitionOfTwo();
    }

    private static void refused(MvcTestResult result, int status, String slug) {
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:koalition:problem:" + slug);
    }

    private MvcTestResult reschedule(String id, String body, String version) {
        return as(
                coordinator,
                post("/api/meetings/" + id + "/rescheduling", body).with("If-Match", "\"" + version + "\""));
    }

    private MvcTestResult cancel(String id) {
        return as(coordinator, post("/api/meetings/" + id + "/cancellation", "{\"reason\":\"Sjukdom\"}"));
    }

    private MvcTestResult read(String member, String id) {
        return as(member, get("/api/meetings/" + id));
    }

    @Test
    void aCoordinatorSchedulesAndMembersSee() {
        String id = newId();
        MvcTestResult scheduled = as(
                coordinator,
                post(
                                "/api/meetings",
                                plan("\"title\":\" Förstå utmaningen \",\"purpose\":\"Lära känna\","
                                        + "\"link\":\"https://möte.example/rum/1?x=å\","
                                        + "\"agenda\":[\"Runda\",{\"title\":\"Nuläge\"}]"))
                        .with("Idempotency-Key", id));

        assertThat(scheduled)
                .hasStatus(201)
                .hasHeader("Location", "/api/meetings/" + id)
                .hasHeader("ETag", "\"1\"")
                .hasHeader("X-Sequence", "meeting:" + id + ":1");
        assertThat(scheduled).bodyJson().extractingPath("$.id").isEqualTo(id);
        MvcTestResult seen = read(anna, id);
        assertThat(seen).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(seen).bodyJson().extractingPath("$.title").isEqualTo("Förstå utmaningen");
        assertThat(seen)
                .bodyJson()
                .extractingPath("$.agenda[*].title")
                .asArray()
                .containsExactly("Runda", "Nuläge");
        assertThat(seen).bodyJson().extractingPath("$.status").isEqualTo("scheduled");
        assertThat(seen).bodyJson().extractingPath("$.revision").isEqualTo(0);
        assertThat(seen).bodyJson().extractingPath("$.invited").asArray().containsExactlyInAnyOrder(anna, coordinator);
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndAnotherOneAConflict() {
        String id = newId();
        var request = post("/api/meetings", plan()).with("Idempotency-Key", id);
        as(coordinator, request);

        assertThat(as(coordinator, request)).hasStatus(201).hasHeader("X-Sequence", "meeting:" + id + ":1");
        refused(
                as(
                        coordinator,
                        post("/api/meetings", plan("\"title\":\"Annat\"")).with("Idempotency-Key", id)),
                409,
                "conflict");
    }

    @Test
    void onlyACoordinatorOfThisCoalitionMayChangeIt() {
        String id = scheduled();
        String foreign = newId();
        told(ToldEvent.coordinator(foreign, 1, newId()));

        for (String other : new String[] {foreign, anna}) {
            refused(as(other, post("/api/meetings", plan())), 403, "forbidden");
            refused(as(other, post("/api/meetings/" + id + "/cancellation", "{}")), 403, "forbidden");
            refused(
                    as(
                            other,
                            post("/api/meetings/" + id + "/rescheduling", rescheduling(later))
                                    .with("If-Match", "*")),
                    403,
                    "forbidden");
        }
        refused(read(foreign, id), 403, "forbidden");
    }

    @Test
    void whoHasNoTokenIsRefused() {
        MvcTestResult result = http.get().uri("/api/meetings/" + newId()).exchange();

        refused(result, 401, "unauthorized");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title    | \"title\":\" \"",
                "title    | \"title\":\"a\\nb\"",
                "title    | \"title\":\"a\\u200bb\"",
                "title    | \"title\":\"…\"",
                "purpose  | \"title\":\"x\",\"purpose\":\"a\\u001bb\"",
                "agenda[0].title | \"title\":\"x\",\"agenda\":[\"a\\u00adb\"]",
                "link     | \"title\":\"x\",\"link\":\"javascript:alert(1)\"",
                "link     | \"title\":\"x\",\"link\":\"https://\"",
                "timeZone | \"title\":\"x\",\"timeZone\":\"Mars/Olympus\"",
                "agenda[0].title | \"title\":\"x\",\"agenda\":[\"\"]",
                "start    | \"title\":\"x\",\"start\":\"2001-01-01T10:00\",\"end\":\"2001-01-01T11:00\""
            })
    void whatCannotBeUsedIsNamed(String field, String fields) {
        MvcTestResult result = as(coordinator, post("/api/meetings", plan(fields)));

        refused(result, 400, "invalid-input");
        assertThat(result).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .asString()
                .isNotEmpty();
    }

    @Test
    void whatIsTooLongIsRefused() {
        String[] fields = {
            "\"title\":\"" + "x".repeat(201) + "\"",
            "\"title\":\"x\",\"purpose\":\"" + "x".repeat(2001) + "\"",
            "\"title\":\"x\",\"link\":\"https://a.example/" + "x".repeat(500) + "\"",
            "\"title\":\"x\",\"agenda\":[\"a\"" + ",\"a\"".repeat(30) + "]",
            "\"title\":\"x\",\"agenda\":[\"" + "x".repeat(201) + "\"]"
        };
        for (String field : fields) {
            refused(as(coordinator, post("/api/meetings", plan(field))), 400, "invalid-input");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"title\":\"x\",\"status\":\"cancelled\"", "\"title\":\"x\",\"agenda\":[null]", "\"title\":"})
    void unknownFieldsAndBrokenBodiesAreRefused(String fields) {
        refused(as(coordinator, post("/api/meetings", plan(fields))), 400, "invalid-input");
    }

    @Test
    void aKeyThatIsNoUuidIsRefused() {
        refused(as(coordinator, post("/api/meetings", plan()).with("Idempotency-Key", "1")), 400, "invalid-input");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        refused(read(anna, newId()), 404, "not-found");
        refused(cancel(newId()), 404, "not-found");
        refused(reschedule(newId(), rescheduling(later), "1"), 404, "not-found");
    }

    @Test
    void movingNeedsTheVersionThatWasRead() {
        String id = scheduled();
        String path = "/api/meetings/" + id + "/rescheduling";

        refused(as(coordinator, post(path, rescheduling(later))), 428, "precondition-required");
        refused(reschedule(id, rescheduling(later), "7"), 412, "stale-version");
        refused(as(coordinator, post(path, rescheduling(later)).with("If-Match", "1")), 400, "invalid-input");
        assertThat(reschedule(id, rescheduling(later), "1"))
                .hasStatus(204)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("X-Sequence", "meeting:" + id + ":2");
        refused(reschedule(id, rescheduling(end), "1"), 412, "stale-version");
        assertThat(read(anna, id)).bodyJson().extractingPath("$.revision").isEqualTo(1);
    }

    @Test
    void movingToTheSameTimesMakesNoNewVersion() {
        String id = scheduled();

        assertThat(reschedule(id, rescheduling(end), "1")).hasStatus(204).hasHeader("ETag", "\"1\"");
    }

    @Test
    void whatIsCancelledStaysCancelled() {
        String id = scheduled();

        assertThat(cancel(id)).hasStatus(204).hasHeader("ETag", "\"2\"");
        refused(cancel(id), 409, "conflict");
        refused(reschedule(id, rescheduling(later), "2"), 409, "conflict");
        MvcTestResult seen = read(anna, id);
        assertThat(seen).bodyJson().extractingPath("$.status").isEqualTo("cancelled");
        assertThat(seen).bodyJson().extractingPath("$.reason").isEqualTo("Sjukdom");
    }

    @Test
    void cancellingHeedsAVersionButNeedsNoneAndNoBody() {
        String id = scheduled();
        String path = "/api/meetings/" + id + "/cancellation";

        refused(as(coordinator, post(path, "{}").with("If-Match", "\"9\"")), 412, "stale-version");
        refused(as(coordinator, post(path, "{\"reason\":\"a\\u0000b\"}")), 400, "invalid-input");
        assertThat(as(coordinator, new Request(org.springframework.http.HttpMethod.POST, path, null)))
                .hasStatus(204);
    }

    @Test
    void nothingBeginsInAConcludedCoalitionButWhatIsPlannedIsAnsweredAndCancelled() {
        told(ToldEvent.coalition(coalition, 3, "active"));
        String id = scheduled();
        told(ToldEvent.coalition(coalition, 4, "concluded"));

        refused(as(coordinator, post("/api/meetings", plan())), 409, "coalition-concluded");
        refused(reschedule(id, rescheduling(later), "1"), 409, "coalition-concluded");
        refused(as(anna, post("/api/meetings", plan())), 403, "forbidden");
        assertThat(as(anna, answer(id, anna, "yes"))).hasStatus(204);
        assertThat(cancel(id)).hasStatus(204);
    }
}

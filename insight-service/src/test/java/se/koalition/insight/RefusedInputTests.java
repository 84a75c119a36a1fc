package se.koalition.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What cannot be used is refused as a whole, and the answer says where and why. */
class RefusedInputTests extends RunningService {

    @BeforeEach
    void people() {
        coalitionOfTwo();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title     | must not be blank | \"text\":\"x\"",
                "title     | must not be blank | \"text\":\"x\",\"title\":null",
                "title     | must not be blank | \"text\":\"x\",\"title\":\"\"",
                "title     | is of another type than expected | \"text\":\"x\",\"title\":5",
                "themes[0] | is of another type than expected | \"title\":\"x\",\"text\":\"x\",\"themes\":[true]",
                "title     | must not be blank | \"text\":\"x\",\"title\":\" \\u2003\"",
                "title     | must be one line with a letter or digit, without control or invisible characters | \"text\":\"x\",\"title\":\"a\\nb\"",
                "title     | must be one line with a letter or digit, without control or invisible characters | \"text\":\"x\",\"title\":\"a\\u2028b\"",
                "title     | must be one line with a letter or digit, without control or invisible characters | \"text\":\"x\",\"title\":\"\\ud83d\"",
                "text      | must not be blank | \"title\":\"x\"",
                "text      | must not be blank | \"title\":\"x\",\"text\":\"\\n \"",
                "title     | must be one line with a letter or digit, without control or invisible characters | \"text\":\"x\",\"title\":\"a\\u200bb\"",
                "title     | must be one line with a letter or digit, without control or invisible characters | \"text\":\"x\",\"title\":\"…\"",
                "text      | must be text without control characters | \"title\":\"x\",\"text\":\"\\ud83d\"",
                "text      | must be text without control characters | \"title\":\"x\",\"text\":\"a\\u001bb\"",
                "themes[1] | must not be blank | \"title\":\"x\",\"text\":\"x\",\"themes\":[\"a\",\"\\u2003\"]",
                "themes[0] | must not be blank | \"title\":\"x\",\"text\":\"x\",\"themes\":[null]",
                "themes[0] | must be one line with a letter or digit, without control or invisible characters"
                        + " | \"title\":\"x\",\"text\":\"x\",\"themes\":[\"a\\tb\"]",
                "title     | is of another type than expected | \"title\":[\"x\"],\"text\":\"x\"",
                "text      | is of another type than expected | \"title\":\"x\",\"text\":{\"x\":1}",
                "themes    | is of another type than expected | \"title\":\"x\",\"text\":\"x\",\"themes\":\"a\"",
                "themes[1] | is of another type than expected | \"title\":\"x\",\"text\":\"x\",\"themes\":[\"a\",{}]",
                "authorId  | is not known here | \"title\":\"x\",\"text\":\"x\",\"authorId\":\"someone-else\""
            })
    void theFieldIsNamedAndWhatIsExpectedThere(String field, String sentence, String fields) {
        refused(share(anna, insight("public", fields)), field, sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"secret\"", "\"PUBLIC\"", "\"\"", "null"})
    void onlyTwoWordsAreVisibilities(String visibility) {
        refused(
                share(anna, insight("public").replace("\"public\"", visibility)),
                "visibility",
                "must be public or coalition");
    }

    @Test
    void noNumberIsAVisibility() {
        refused(
                share(anna, insight("public").replace("\"public\"", "0")),
                "visibility",
                "is of another type than expected");
    }

    @Test
    void whatIsTooLongIsRefused() {
        String written = "\"title\":\"x\",\"text\":\"x\",";

        refused(
                share(anna, insight("public", "\"text\":\"x\",\"title\":\"" + "x".repeat(201) + "\"")),
                "title",
                "must have at most 200 characters");
        refused(
                share(anna, insight("public", "\"title\":\"x\",\"text\":\"" + "x".repeat(20_001) + "\"")),
                "text",
                "must have at most 20000 characters");
        refused(
                share(anna, insight("public", written + "\"themes\":[\"a\"" + ",\"b\"".repeat(10) + "]")),
                "themes",
                "must have at most 10 entries");
        refused(
                share(anna, insight("public", written + "\"themes\":[\"" + "x".repeat(61) + "\"]")),
                "themes[0]",
                "must have at most 60 characters");
        refused(
                share(anna, insight("public").replace(coalition, "x".repeat(65))),
                "coalitionId",
                "must have at most 64 characters");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        MvcTestResult result = share(anna, "{\"title\":\"x\"}");

        refused(result, 400, "invalid-input");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .containsExactlyInAnyOrder(
                        Map.of("field", "coalitionId", "message", "must not be blank", "code", "required"),
                        Map.of("field", "text", "message", "must not be blank", "code", "required"),
                        Map.of("field", "visibility", "message", "must be public or coalition", "code", "required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": | must be JSON",
                "title=x     | must be JSON",
                "[]          | must be a JSON object",
                "\"insight\" | must be a JSON object",
                "null        | must be there"
            })
    void whatIsNoJsonObjectIsRefused(String body, String sentence) {
        refused(share(anna, body), "body", sentence);
    }

    @Test
    void aBodyIsNeeded() {
        refused(as(anna, new Request(HttpMethod.POST, "/api/insights", null)), "body", "must be there");
    }

    @Test
    void onlyJsonIsTaken() {
        MvcTestResult result = http.post()
                .uri("/api/insights")
                .with(SecurityMockMvcRequestPostProcessors.jwt().jwt(token -> token.subject(anna)))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("title=x&text=x")
                .exchange();

        refused(result, 415, "unsupported-media-type");
    }

    @Test
    void whatIsNotDoneHereIsRefusedAsAProblemToo() {
        refused(as(anna, new Request(HttpMethod.DELETE, "/api/insights/1", null)), 405, "method-not-allowed");
        refused(as(anna, get("/api/elsewhere")), 404, "not-found");
    }

    /** The limits of the fields keep an event small; only what others told can make it grow beyond. */
    @Test
    void anEventThatNoRecordCouldHoldIsRefusedAndNothingIsKept() {
        String id = newId();
        ToldEvent member = ToldEvent.coordinator(anna, 2, coalition);
        told(member.saying(member.state().replaceFirst("\\{", "{\"actorId\":\"" + "x".repeat(131_072) + "\",")));

        refused(as(anna, post("/api/insights", insight("public")).with("Idempotency-Key", id)), 413, "too-large");
        refused(read(anna, id), 404, "not-found");
    }
}

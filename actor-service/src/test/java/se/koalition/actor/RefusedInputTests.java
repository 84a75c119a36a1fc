package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What cannot be used is refused as a whole, and the answer says where and why. */
class RefusedInputTests extends RunningService {

    private static final String WRITTEN = "\"name\":\"x\",\"challenge\":\"x\",";

    private MvcTestResult start(String fields) {
        return asOperator(post("/api/coalitions", plan(fields, "samordnaren@koalition.example")));
    }

    private MvcTestResult startLedBy(String coordinator) {
        return asOperator(post("/api/coalitions", "{" + WRITTEN + "\"coordinator\":" + coordinator + "}"));
    }

    private MvcTestResult register(String body) {
        return as(coordinator, post("/api/actors", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name      | must not be blank | \"challenge\":\"x\"",
                "name      | must not be blank | \"challenge\":\"x\",\"name\":null",
                "name      | must not be blank | \"challenge\":\"x\",\"name\":\"\"",
                "name      | must not be blank | \"challenge\":\"x\",\"name\":\" \\u00a0\\u2003\"",
                "name      | must be one line with a letter or digit, without control or invisible characters | \"challenge\":\"x\",\"name\":\"a\\nb\"",
                "name      | must be one line with a letter or digit, without control or invisible characters | \"challenge\":\"x\",\"name\":\"a\\u0000b\"",
                "name      | must be one line with a letter or digit, without control or invisible characters | \"challenge\":\"x\",\"name\":\"\\ud83d\"",
                "challenge | must not be blank | \"name\":\"x\"",
                "challenge | must be text without control characters | \"name\":\"x\",\"challenge\":\"\\ud83d\"",
                "challenge | must be text without control characters | \"name\":\"x\",\"challenge\":\"a\\u0000b\"",
                "purposes[1] | must not be blank | \"name\":\"x\",\"challenge\":\"x\",\"purposes\":[\"a\",\" \"]",
                "purposes[0] | must not be blank | \"name\":\"x\",\"challenge\":\"x\",\"purposes\":[null]",
                "purposes  | is of another type than expected | \"name\":\"x\",\"challenge\":\"x\",\"purposes\":\"a\"",
                "purposes[1] | is of another type than expected"
                        + " | \"name\":\"x\",\"challenge\":\"x\",\"purposes\":[\"a\",{}]",
                "period    | must be one line with a letter or digit, without control or invisible characters"
                        + " | \"name\":\"x\",\"challenge\":\"x\",\"period\":\"a\\tb\"",
                "name      | is of another type than expected | \"name\":[\"x\"],\"challenge\":\"x\"",
                "name      | is of another type than expected | \"name\":5,\"challenge\":\"x\"",
                "name      | is of another type than expected | \"name\":5.5,\"challenge\":\"x\"",
                "name      | is of another type than expected | \"name\":true,\"challenge\":\"x\"",
                "phase     | is not known here | \"name\":\"x\",\"challenge\":\"x\",\"phase\":\"forming\""
            })
    void theFieldIsNamedAndWhatIsExpectedThere(String field, String sentence, String fields) {
        refused(start(fields), field, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coordinator          | must be there | null",
                "coordinator          | is of another type than expected | [{}]",
                "coordinator.name     | must not be blank | {'email':'a@koalition.example'}",
                "coordinator.name     | must be one line with a letter or digit, without control or invisible characters"
                        + " | {'name':'a\\r\\nBcc: b@koalition.example','email':'a@koalition.example'}",
                "coordinator.email    | must not be blank | {'name':'A'}",
                "coordinator.email    | must be a well-formed email address | {'name':'A','email':'koalition.example'}",
                "coordinator.email    | must be a well-formed email address | {'name':'A','email':'a@b'}",
                "coordinator.email    | must be a well-formed email address | {'name':'A','email':'ä@koalition.example'}",
                "coordinator.email    | must be a well-formed email address | {'name':'A','email':'a@@koalition.example'}",
                "coordinator.email    | must be a well-formed email address | {'name':'A','email':'a..b@koalition.example'}",
                "coordinator.email    | must be a well-formed email address | {'name':'A','email':'a@-koalition.example'}",
                "coordinator.email    | must be a well-formed email address"
                        + " | {'name':'A','email':'a@koalition.example\\nBcc: b@koalition.example'}",
                "coordinator.language | must be sv or en | {'name':'A','email':'a@koalition.example','language':'fi'}",
                "coordinator.phone    | is not known here | {'name':'A','email':'a@koalition.example','phone':'1'}"
            })
    void theCoordinatorMustBeReachable(String field, String sentence, String coordinator) {
        refused(startLedBy(coordinator.replace('\'', '"')), field, sentence);
    }

    @Test
    void whatIsTooLongIsRefused() {
        refused(
                start("\"challenge\":\"x\",\"name\":\"" + "x".repeat(201) + "\""),
                "name",
                "must have at most 200 characters");
        refused(
                start("\"name\":\"x\",\"challenge\":\"" + "x".repeat(501) + "\""),
                "challenge",
                "must have at most 500 characters");
        refused(
                start("\"name\":\"x\",\"challenge\":\"x\",\"background\":\"" + "x".repeat(5001) + "\""),
                "background",
                "must have at most 5000 characters");
        refused(
                start("\"name\":\"x\",\"challenge\":\"x\",\"purposes\":[\"a\"" + ",\"a\"".repeat(20) + "]"),
                "purposes",
                "must have at most 20 entries");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        MvcTestResult result = asOperator(post("/api/coalitions", "{}"));

        refused(result, 400, "invalid-input");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .containsExactlyInAnyOrder(
                        Map.of("field", "name", "message", "must not be blank", "code", "required"),
                        Map.of("field", "challenge", "message", "must not be blank", "code", "required"),
                        Map.of("field", "coordinator", "message", "must be there", "code", "required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":    | must be JSON",
                "name=x        | must be JSON",
                "[]            | must be a JSON object",
                "\"coalition\" | must be a JSON object",
                "null          | must be there"
            })
    void whatIsNoJsonObjectIsRefused(String body, String sentence) {
        refused(asOperator(post("/api/coalitions", body)), "body", sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "../../actors", "{$ne:null}"})
    void aKeyThatIsNoUuidIsRefused(String key) {
        Request request = post("/api/coalitions", plan(coalition)).with("Idempotency-Key", key);

        refused(asOperator(request), "Idempotency-Key", "must be a UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"school\"", "\"BUSINESS\"", "\"civil_society\"", "\"\""})
    void onlySevenWordsAreSectors(String sector) {
        startedCoalition();

        refused(
                register(actor("Teatern").replace("\"culture\"", sector)),
                "sector",
                "must be one of authority, region, municipality, academia, culture, civil-society, business");
    }

    @Test
    void anActorNeedsASectorANameAndACoalition() {
        startedCoalition();

        refused(register(actor("Teatern").replace("\"culture\"", "null")), "sector", "must be there");
        refused(register(actor("Teatern").replace("\"culture\"", "[]")), "sector", "is of another type than expected");
        refused(register(actor(" ")), "name", "must not be blank");
        refused(
                register(actor("a\\nb")),
                "name",
                "must be one line with a letter or digit, without control or invisible characters");
        for (String invisible : List.of("Malmö\\u200b", "Mal\\u00admö", "\\u202eMalmö", "\\u3164", "–")) {
            refused(
                    register(actor(invisible)),
                    "name",
                    "must be one line with a letter or digit, without control or invisible characters");
        }
        refused(register(actor("x".repeat(201))), "name", "must have at most 200 characters");
        refused(register(actor("Teatern").replace(coalition, "")), "coalitionId", "must not be blank");
        refused(register(actor("Teatern").replace("\"name\"", "\"id\":\"1\",\"name\"")), "id", "is not known here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "organisationNumber | must be an organisation number such as 212000-1124 (no personal identity number)"
                        + " | '212000-1125'",
                "organisationNumber | must be an organisation number such as 212000-1124 (no personal identity number)"
                        + " | '811218-9876'",
                "organisationNumber | is of another type than expected | 2120001124",
                "website       | must be a web address such as https://www.malmo.se | 'javascript:alert(1)'",
                "website       | must be a web address such as https://www.malmo.se | 'www.malmo.se'",
                "website       | is of another type than expected | ['https://malmo.se']",
                "description   | must be text without control characters | 'a\\u0007b'",
                "description   | must be text without control characters | '\\ud83d'",
                "publicContact | must be one line with a letter or digit, without control or invisible characters | 'a\\nb'",
                "municipality  | must be one line with a letter or digit, without control or invisible characters | 'a\\nb'",
                "members       | is not known here | []"
            })
    void aProfileIsCheckedFieldByField(String field, String sentence, String value) {
        startedCoalition();

        refused(
                register(actor("Teatern")
                        .replace("\"name\"", "\"%s\":%s,\"name\"".formatted(field, value.replace('\'', '"')))),
                field,
                sentence);
    }

    @Test
    void aProfileHasItsLimits() {
        startedCoalition();

        refused(
                register(actor("Teatern").replace("\"name\"", "\"description\":\"" + "x".repeat(2001) + "\",\"name\"")),
                "description",
                "must have at most 2000 characters");
        refused(
                register(
                        actor("Teatern").replace("\"name\"", "\"publicContact\":\"" + "x".repeat(201) + "\",\"name\"")),
                "publicContact",
                "must have at most 200 characters");
    }

    @Test
    void onlyJsonIsTaken() {
        Request form = new Request(
                HttpMethod.POST, "/api/coalitions", MediaType.APPLICATION_FORM_URLENCODED, "name=x", Map.of());

        refused(asOperator(form), 415, "unsupported-media-type");
    }

    @Test
    void whatIsNotDoneHereIsRefusedAsAProblemToo() {
        Request deletion = new Request(
                HttpMethod.DELETE, "/api/coalitions/" + coalition, MediaType.APPLICATION_JSON, null, Map.of());

        refused(asOperator(deletion), 405, "method-not-allowed");
        refused(asOperator(get("/api/elsewhere")), 404, "not-found");
    }
}

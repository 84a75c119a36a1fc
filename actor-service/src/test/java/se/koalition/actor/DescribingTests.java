package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A coordinator describes the coalition anew: themes, area and all that was said at the start. */
class DescribingTests extends RunningService {

    private static final String ANEW =
            "{\"name\":\"Fullföljd utbildning\",\"challenge\":\"Lika villkor\",\"themes\":[\"frånvaro\"],\"area\":[\"Malmö\"]}";

    @BeforeEach
    void aCoalition() {
        startedCoalition();
    }

    private Request description(String body) {
        return put("/api/coalitions/" + coalition + "/description", body);
    }

    private MvcTestResult describe(String body) {
        return as(coordinator, description(body).with("If-Match", "\"1\""));
    }

    @Test
    void theCoordinatorChangesWhatItIsAbout() {
        assertThat(describe(ANEW))
                .hasStatus(204)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("X-Sequence", "coalition:" + coalition + ":2");

        assertThat(told("coalition", coalition)).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("coalition.described.v1");
            assertThat(event.header("ce_member")).isEqualTo(coordinator);
            assertThat(event.fact()).isEqualTo(Map.of("changed", List.of("themes", "area")));
            assertThat(event.state())
                    .containsEntry("themes", List.of("frånvaro"))
                    .containsEntry("area", List.of(Map.of("code", "1280", "name", "Malmö")))
                    .containsEntry("phase", "forming");
        });
    }

    @Test
    void theSameAgainMakesNoEvent() {
        describe(ANEW);

        assertThat(as(coordinator, description(ANEW).with("If-Match", "\"2\"")))
                .hasStatus(204)
                .hasHeader("ETag", "\"2\"");
        assertThat(told("coalition", coalition)).hasSize(2);
    }

    @Test
    void whatIsLeftOutIsGone() {
        describe("{\"name\":\"n\",\"challenge\":\"c\",\"background\":\"b\",\"period\":\"p\"}");
        as(
                coordinator,
                description("{\"name\":\"n\",\"challenge\":\"c\",\"background\":\" \"}")
                        .with("If-Match", "\"2\""));

        assertThat(told("coalition", coalition).getLast().state()).doesNotContainKeys("background", "period");
    }

    @Test
    void whoLooksAtAnOldVersionOverwritesNobody() {
        refused(as(coordinator, description(ANEW)), 428, "precondition-required");
        describe(ANEW);

        refused(describe("{\"name\":\"Annat\",\"challenge\":\"c\"}"), 412, "stale-version");
        refused(
                as(coordinator, description(ANEW).with("If-Match", "two")),
                "If-Match",
                "must be one ETag, such as \"3\", or *");
        assertThat(as(coordinator, description(ANEW).with("If-Match", "*"))).hasStatus(204);
    }

    @Test
    void nobodyElseDescribesIt() {
        String elsewhere = newId();
        started(elsewhere, "annan-" + elsewhere + "@koalition.example");
        String foreigner = memberOf(elsewhere);

        refused(as(foreigner, description(ANEW).with("If-Match", "*")), 403, "forbidden");
        refused(asOperator(description(ANEW).with("If-Match", "*")), 403, "forbidden");
        refused(
                as(
                        coordinator,
                        put("/api/coalitions/" + newId() + "/description", ANEW).with("If-Match", "*")),
                404,
                "not-found");
    }

    private String memberOf(String other) {
        return mongo.getCollection("member")
                .find(new Document("state.roles.coalitionId", other))
                .map(found -> found.getString("_id"))
                .first();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name      | must not be blank | {'challenge':'c'}",
                "challenge | must not be blank | {'name':'n'}",
                "themes[0] | must not be blank | {'name':'n','challenge':'c','themes':[' ']}",
                "themes[1] | must not be blank | {'name':'n','challenge':'c','themes':['a',null]}",
                "themes[0] | must be one line with a letter or digit, without control or invisible characters"
                        + " | {'name':'n','challenge':'c','themes':['a\\nb']}",
                "themes    | is of another type than expected | {'name':'n','challenge':'c','themes':'frånvaro'}",
                "area[1]   | is no known municipality; expected a code or a name, such as 1280 or Malmö"
                        + " | {'name':'n','challenge':'c','area':['1280','Atlantis']}",
                "area[0]   | must not be blank | {'name':'n','challenge':'c','area':['']}",
                "area[0]   | is of another type than expected | {'name':'n','challenge':'c','area':[1280]}",
                "coordinator | is not known here"
                        + " | {'name':'n','challenge':'c','coordinator':{'name':'A','email':'a@koalition.example'}}",
                "phase     | is not known here | {'name':'n','challenge':'c','phase':'active'}"
            })
    void whatCannotBeUsedIsNamed(String field, String sentence, String body) {
        refused(describe(body.replace('\'', '"')), field, sentence);
    }

    @Test
    void listsAndThemesAreBounded() {
        String start = "{\"name\":\"n\",\"challenge\":\"c\",";
        refused(
                describe(start + "\"themes\":[\"" + "x".repeat(61) + "\"]}"),
                "themes[0]",
                "must have at most 60 characters");
        refused(
                describe(start + "\"themes\":[\"a\"" + ",\"a\"".repeat(20) + "]}"),
                "themes",
                "must have at most 20 entries");
        refused(
                describe(start + "\"area\":[\"Lund\"" + ",\"Lund\"".repeat(300) + "]}"),
                "area",
                "must have at most 300 entries");
    }

    @Test
    void markupIsKeptAsItWasWritten() {
        assertThat(describe("{\"name\":\"<b>n</b>\",\"challenge\":\"c\",\"themes\":[\"<script>\"]}"))
                .hasStatus(204);

        assertThat(told("coalition", coalition).getLast().state())
                .containsEntry("name", "<b>n</b>")
                .containsEntry("themes", List.of("<script>"));
    }

    @Test
    void aCoalitionFromBeforeThereWereThemesIsReadAndDescribed() {
        mongo.getCollection("coalition")
                .updateOne(
                        new Document("_id", coalition),
                        new Document("$unset", new Document("state.themes", "").append("state.area", "")));

        assertThat(as(coordinator, get("/api/coalitions/" + coalition)))
                .bodyJson()
                .extractingPath("$.themes")
                .asArray()
                .isEmpty();
        assertThat(describe(ANEW)).hasStatus(204);
    }
}

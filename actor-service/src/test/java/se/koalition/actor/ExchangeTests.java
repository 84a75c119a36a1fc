package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Members post what their actor needs and offers, and take contact with each other. */
class ExchangeTests extends RunningService {

    @SuppressWarnings("NullAway.Init")
    private Exchanging two;

    @BeforeEach
    void twoActors() {
        startedCoalition();
        two = new Exchanging(this);
    }

    private MvcTestResult edit(String by, String body) {
        return as(by, put("/api/needs/" + two.need, body).with("If-Match", "\"1\""));
    }

    private String state(String type, String id, String field) {
        return String.valueOf(stored(type, id).get("state", Document.class).get(field));
    }

    private String status(String type, String id) {
        return state(type, id, "status");
    }

    private void expired(String type, String id) {
        mongo.getCollection(type)
                .updateOne(
                        new Document("_id", id), new Document("$set", new Document("state.validUntil", "2026-01-31")));
    }

    @Test
    void whatAMemberWroteIsAmongWhatTheyMayKnow() {
        two.bothOpen();
        assertThat(two.contact(two.anna)).hasStatus(201);

        assertThat(as(two.anna, get("/api/members/" + two.anna + "/data")))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.needs[*].title").isEqualTo(List.of("Läxhjälp"));
                    assertThat(json).extractingPath("$.offers").isEqualTo(List.of());
                    assertThat(json).extractingPath("$.matches[*].message").isEqualTo(List.of("Hej!"));
                });
    }

    @ParameterizedTest
    @CsvSource({"needs,need", "offers,offer"})
    void aMemberPostsForTheirActor(String path, String type) {
        String id = newId();
        assertThat(two.open(path, id, two.anna))
                .hasStatus(201)
                .hasHeader("Location", "/api/" + path + "/" + id)
                .hasHeader("X-Sequence", type + ":" + id + ":1");
        assertThat(two.open(path, id, two.anna)).hasStatus(201);
        refused(two.open(path, id, two.bo), 409, "conflict");

        assertThat(told(type, id)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(type + ".opened.v1");
            assertThat(event.header("ce_member")).isEqualTo(two.anna);
            assertThat(event.fact()).isEmpty();
            assertThat(event.state())
                    .containsOnlyKeys(
                            "id",
                            "coalitionId",
                            "actorId",
                            "memberId",
                            "title",
                            "text",
                            "themes",
                            "municipality",
                            "municipalityCode",
                            "validUntil",
                            "status",
                            "openedAt",
                            "history")
                    .containsEntry("actorId", two.school)
                    .containsEntry("memberId", two.anna)
                    .containsEntry("title", "Läxhjälp")
                    .containsEntry("themes", List.of("unga", "läxor"))
                    .containsEntry("municipality", "Malmö")
                    .containsEntry("municipalityCode", "1280")
                    .containsEntry("validUntil", Exchanging.SPRING)
                    .containsEntry("status", "open");
        });
        assertThat(as(newId(), get("/api/" + path + "/" + id))).hasStatusOk().hasHeader("ETag", "\"1\"");
    }

    @Test
    void onlyMembersOfActorsThatTakePartPost() {
        String elsewhere = newId();
        started(elsewhere, "annan-" + elsewhere + "@koalition.example");
        String draft = two.draft("\"title\":\"x\",\"text\":\"x\"").replace(coalition, elsewhere);

        for (String other : List.of(coordinator, newId())) {
            refused(two.open("needs", newId(), other), 403, "forbidden");
        }
        refused(asOperator(post("/api/needs", two.draft("\"title\":\"x\",\"text\":\"x\""))), 403, "forbidden");
        refused(as(two.anna, post("/api/offers", draft)), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title        | must not be blank                                | {'title':' ','text':'x'}",
                "title        | must be one line with a letter or digit, without control or invisible characters       | {'title':'a\\nb','text':'x'}",
                "title        | is of another type than expected                  | {'title':7,'text':'x'}",
                "text         | must not be blank                                | {'title':'x'}",
                "text         | must be text without control characters          | {'title':'x','text':'\\ud800'}",
                "text         | must be text without control characters          | {'title':'x','text':'a\\u001bb'}",
                "themes[0]    | must not be blank                                | {'title':'x','text':'x','themes':[' ']}",
                "themes       | is of another type than expected                 | {'title':'x','text':'x','themes':'x'}",
                "municipality | must be one line with a letter or digit, without control or invisible characters"
                        + " | {'title':'x','text':'x','municipality':'a\\u0007b'}",
                "validUntil   | must be a day after today and at most a year ahead"
                        + " | {'title':'x','text':'x','validUntil':'2020-01-01'}",
                "validUntil   | is of another type than expected                  | {'title':'x','text':'x','validUntil':'snart'}",
                "status       | is not known here                                | {'title':'x','text':'x','status':'met'}"
            })
    void whatCannotBeUsedIsNamed(String field, String sentence, String fields) {
        String written = fields.substring(1, fields.length() - 1).replace('\'', '"');
        String draft = written.contains("validUntil")
                ? "{\"coalitionId\":\"%s\",%s}".formatted(coalition, written)
                : two.draft(written);
        refused(as(two.anna, post("/api/needs", draft)), field, sentence);
    }

    @Test
    void lengthsAndNumbersAreBounded() {
        String title = two.draft("\"title\":\"%s\",\"text\":\"x\"".formatted("a".repeat(201)));
        String text = two.draft("\"title\":\"x\",\"text\":\"%s\"".formatted("a".repeat(4001)));
        String themes = two.draft("\"title\":\"x\",\"text\":\"x\",\"themes\":[\"a\"%s]".formatted(",\"a\"".repeat(10)));

        refused(as(two.anna, post("/api/needs", title)), "title", "must have at most 200 characters");
        refused(as(two.anna, post("/api/needs", text)), "text", "must have at most 4000 characters");
        refused(as(two.anna, post("/api/needs", themes)), "themes", "must have at most 10 entries");
        String missing = "{\"title\":\"x\",\"text\":\"x\",\"coalitionId\":\"" + coalition + "\"}";
        refused(as(two.anna, post("/api/needs", missing)), "validUntil", "must be there");
    }

    @Test
    void wordingItAnewNeedsTheVersionAndTheRight() {
        two.open("needs", two.need, two.anna);
        String anew = "{\"title\":\"Hjälp\",\"text\":\"Två kvällar\",\"themes\":[\"unga\",\"läxor\"]}";

        refused(as(two.anna, put("/api/needs/" + two.need, anew)), 428, "precondition-required");
        refused(edit(two.bo, anew), 403, "forbidden");
        refused(edit(coordinator, anew), 403, "forbidden");
        refused(
                edit(two.anna, anew.replace("}", ",\"validUntil\":\"2027-01-01\"}")),
                "validUntil",
                "is changed by renewing");
        assertThat(edit(two.anna, anew)).hasStatus(204).hasHeader("ETag", "\"2\"");
        refused(edit(two.anna, anew), 412, "stale-version");
        refused(as(two.anna, put("/api/needs/" + newId(), anew).with("If-Match", "*")), 404, "not-found");
        assertThat(told("need", two.need))
                .last()
                .satisfies(event ->
                        assertThat(event.fact()).isEqualTo(Map.of("changed", List.of("title", "municipality"))));
    }

    @Test
    void whatHasExpiredIsRenewedAndThenMet() {
        two.bothOpen();
        expired("need", two.need);
        String path = "/api/needs/" + two.need;

        refused(two.contact(two.bo), 409, "conflict");
        refused(two.says(two.bo, path + "/renewal", "{\"validUntil\":\"2999-01-01\"}"), 403, "forbidden");
        refused(
                two.says(two.anna, path + "/renewal", "{\"validUntil\":\"2999-01-01\"}"),
                "validUntil",
                "must be a day after today and at most a year ahead");
        String later = "{\"validUntil\":\"" + Exchanging.inMonths(6) + "\"}";
        assertThat(two.says(two.anna, path + "/renewal", later)).hasStatus(204);
        refused(two.says(two.bo, path + "/fulfilment", ""), 403, "forbidden");
        assertThat(two.says(two.anna, path + "/fulfilment", "")).hasStatus(204).hasHeader("ETag", "\"3\"");
        assertThat(two.says(two.anna, path + "/fulfilment", "")).hasStatus(204).hasHeader("ETag", "\"3\"");
        refused(two.says(two.anna, path + "/renewal", later), 409, "conflict");
        refused(two.says(two.anna, path + "/withdrawal", ""), 409, "conflict");
        refused(two.contact(two.bo), 409, "conflict");
    }

    @Test
    void theActorOrACoordinatorWithdraws() {
        two.bothOpen();

        refused(two.says(two.bo, "/api/needs/" + two.need + "/withdrawal", ""), 403, "forbidden");
        assertThat(two.says(coordinator, "/api/needs/" + two.need + "/withdrawal", ""))
                .hasStatus(204);
        assertThat(two.says(two.bo, "/api/offers/" + two.offer + "/withdrawal", ""))
                .hasStatus(204);
        assertThat(status("need", two.need)).isEqualTo("WITHDRAWN");
    }

    @Test
    void contactTakenTwiceIsOneMatch() {
        two.bothOpen();

        assertThat(two.contact(two.anna))
                .hasStatus(201)
                .hasHeader("Location", "/api/matches/" + two.match())
                .hasHeader("X-Sequence", "match:" + two.match() + ":1");
        two.says(two.anna, "/api/needs/" + two.need + "/fulfilment", "");
        assertThat(two.contact(two.bo)).hasStatus(201).hasHeader("X-Sequence", "match:" + two.match() + ":1");
        assertThat(told("match", two.match())).singleElement().satisfies(event -> {
            assertThat(event.fact()).isEqualTo(Map.of("message", "Hej!"));
            assertThat(event.state())
                    .containsEntry("contactedBy", two.anna)
                    .containsEntry("contactedActorId", two.theatre)
                    .containsEntry("status", "contacted");
        });
    }

    @Test
    void contactIsTakenByOneOfTheTwoAboutTwoOfOneCoalition() {
        two.bothOpen();
        for (String other : List.of(coordinator, newId())) {
            refused(two.contact(other), 403, "forbidden");
        }
        String own = newId();
        two.open("offers", own, two.anna);
        String ownOffer = "{\"needId\":\"%s\",\"offerId\":\"%s\"}".formatted(two.need, own);
        refused(two.says(two.anna, "/api/matches", ownOffer), 409, "conflict");
        String unknown = "{\"needId\":\"%s\",\"offerId\":\"%s\"}".formatted(two.need, newId());
        refused(two.says(two.anna, "/api/matches", unknown), 404, "not-found");
        refused(two.says(two.anna, "/api/matches", "{\"needId\":\"x\"}"), "offerId", "must not be blank");
        String chatty = "{\"needId\":\"%s\",\"offerId\":\"%s\",\"message\":\"%s\"}"
                .formatted(two.need, two.offer, "a".repeat(2001));
        refused(two.says(two.anna, "/api/matches", chatty), "message", "must have at most 2000 characters");

        mongo.getCollection("offer")
                .updateOne(
                        new Document("_id", two.offer),
                        new Document("$set", new Document("state.coalitionId", newId())));
        refused(two.contact(two.anna), "offerId", "belongs to another coalition than the need");
    }

    @Test
    void theTwoTellThatTheyMetAndWhatCameOfIt() {
        two.bothOpen();
        two.contact(two.anna);
        String match = "/api/matches/" + two.match();

        refused(two.says(coordinator, match + "/meeting", ""), 403, "forbidden");
        refused(as(coordinator, get(match)), 403, "forbidden");
        refused(two.says(two.anna, match + "/result", "{\"text\":\"Läxhjälp\"}"), 409, "conflict");
        assertThat(two.says(two.bo, match + "/meeting", "")).hasStatus(204).hasHeader("ETag", "\"2\"");
        assertThat(two.says(two.anna, match + "/meeting", "")).hasStatus(204).hasHeader("ETag", "\"2\"");
        refused(two.says(two.anna, match + "/result", "{\"text\":\" \"}"), "text", "must not be blank");
        refused(two.says(coordinator, match + "/result", "{\"text\":\"x\"}"), 403, "forbidden");
        assertThat(two.says(two.anna, match + "/result", "{\"text\":\"Läxhjälp\"}"))
                .hasStatus(204);
        refused(two.says(two.bo, match + "/result", "{\"text\":\"Annat\"}"), 409, "conflict");
        refused(two.says(two.anna, "/api/matches/" + newId() + "/meeting", ""), 404, "not-found");
        assertThat(as(two.bo, get(match)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.result")
                .isEqualTo("Läxhjälp");
    }

    private void wentOver(String into) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(state("need", two.need, "actorId")).isEqualTo(into);
            assertThat(state("match", two.match(), "needActorId")).isEqualTo(into);
        });
    }

    @Test
    void whatAMergedActorPostedGoesOver() {
        two.bothOpen();
        two.contact(two.anna);
        String library = registered("Biblioteket " + coalition);
        two.merge(library, two.school);
        wentOver(library);

        hear("actor", two.school, "actor.merged.v1", "{}", "{\"mergedInto\":\"" + library + "\"}");

        assertThat(state("offer", two.offer, "actorId")).isEqualTo(two.theatre);
        assertThat(stored("need", two.need).getLong("version")).isEqualTo(2);
        assertThat(stored("match", two.match()).getLong("version")).isEqualTo(2);
    }

    /** As it is when the first of two mergers, or what was written meanwhile, is heard of after the second. */
    @ParameterizedTest
    @CsvSource({
        "actor.merged.v1",
        "need.opened.v1",
        "need.moved.v1",
        "match.contacted.v1",
        "match.moved.v1",
    })
    void itGoesToTheOneThatStaysInTheEndInWhateverOrderThatIsHeard(String lastHeard) {
        two.bothOpen();
        two.contact(two.anna);
        String library = registered("Biblioteket " + coalition);
        String museum = registered("Museet " + coalition);
        two.merge(library, two.school);
        two.merge(museum, library);
        wentOver(museum);
        at("need", two.need, "actorId", two.school);
        at("match", two.match(), "needActorId", two.school);

        hear(
                lastHeard.substring(0, lastHeard.indexOf('.')),
                two.school,
                lastHeard,
                "{}",
                "{\"actorId\":\"%1$s\",\"needActorId\":\"%1$s\",\"offerActorId\":\"%2$s\"}"
                        .formatted(two.school, two.theatre));

        wentOver(museum);
    }

    private void at(String type, String id, String field, String actor) {
        mongo.getCollection(type)
                .updateOne(new Document("_id", id), new Document("$set", new Document("state." + field, actor)));
    }

    @Test
    void whatAnActorPostedIsWithdrawnWhenItLeavesTheCoalition() {
        two.bothOpen();
        String left = "{\"coalitionId\":\"" + coalition + "\"}";

        hear("actor", two.school, "actor.left-coalition.v1", "{\"coalitionId\":\"other\"}", "{}");
        assertThat(status("need", two.need)).isEqualTo("OPEN");
        actorEvents.accept(event("actor:" + two.school + ":8", "actor.left-coalition.v1", left, "{}")
                .build());
        assertThat(status("need", two.need)).as("opened after it came back").isEqualTo("OPEN");
        for (int twice = 0; twice < 2; twice++) {
            hear("actor", two.school, "actor.left-coalition.v1", left, "{}");
        }

        assertThat(status("need", two.need)).isEqualTo("WITHDRAWN");
        assertThat(status("offer", two.offer)).isEqualTo("OPEN");
        assertThat(stored("need", two.need).getLong("version")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theMessageOfAnErasedMemberGoes(int times) {
        two.bothOpen();
        two.contact(two.anna);

        for (int time = 0; time < times; time++) {
            hear("member", two.anna, "member.erased.v1", "{}", "{}");
        }

        assertThat(state("match", two.match(), "message")).isEqualTo("null");
        assertThat(stored("match", two.match()).getLong("version")).isEqualTo(2);
    }
}

package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member's time: roles come and go, they leave, return, and are forgotten where they ask for it. */
class LeavingTests extends RunningService {

    private final String anna = newId();
    private final String name = "Anna-" + anna;
    private final String email = "anna-" + anna + "@skolan.example";
    private final String foreign = newId();
    private String actor = "";

    @BeforeEach
    void aSeatedMemberAndACoordinatorFromElsewhere() {
        startedCoalition();
        actor = registered("Skolan " + coalition);
        seat(anna, email);
        String other = newId();
        started(other, foreign + "@koalition.example");
        String otherActor = as(
                                coordinatorOf(other),
                                post("/api/actors", actor("Teatern " + other).replace(coalition, other)))
                        .getResponse()
                        .getHeader("Location")
                + "/members";
        String person = "{\"name\":\"Bo\",\"email\":\"bo-%s@koalition.example\"}".formatted(foreign);
        as(coordinatorOf(other), post(otherActor, person).with("Idempotency-Key", foreign));
        as(coordinatorOf(other), put("/api/coalitions/" + other + "/coordinators/" + foreign, "{}"));
    }

    private void seat(String id, String address) {
        String person = "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(name, address);
        assertThat(as(
                        coordinator,
                        post("/api/actors/" + actor + "/members", person).with("Idempotency-Key", id)))
                .hasStatus(201);
    }

    private static String member(String id) {
        return "/api/members/" + id;
    }

    private Request leave(String id) {
        return post(member(id) + "/departure", "{\"reason\":\"Ny tjänst\"}");
    }

    private String role(String id) {
        return "/api/coalitions/" + coalition + "/coordinators/" + id;
    }

    @Test
    void aCoordinatorMakesAnotherOneAndTakesItBack() {
        assertThat(as(coordinator, put(role(anna), "{}"))).hasStatus(204).hasHeader("ETag", "\"2\"");
        assertThat(as(coordinator, put(role(anna), "{}"))).hasStatus(204).hasHeader("ETag", "\"2\"");
        assertThat(as(anna, post("/api/actors", actor("Museet " + coalition)))).hasStatus(201);
        assertThat(as(anna, delete(role(anna)))).hasStatus(204);

        refused(as(anna, post("/api/actors", actor("Museet " + coalition))), 403, "forbidden");
        assertThat(told("member", anna))
                .extracting(ToldEvent::type)
                .containsExactly("member.added.v1", "member.role-given.v1", "member.role-withdrawn.v1");
    }

    @Test
    void theLastCoordinatorStays() {
        for (Request request : List.of(delete(role(coordinator)), leave(coordinator), delete(member(coordinator)))) {
            refused(as(coordinator, request), 409, "conflict");
        }
        as(coordinator, put(role(anna), "{}"));

        assertThat(as(coordinator, leave(coordinator))).hasStatus(204);
        refused(as(anna, leave(anna)), 409, "conflict");
    }

    @Test
    void rolesAreForThoseWhoBelongToTheCoalition() {
        refused(as(coordinator, put(role(foreign), "{}")), 409, "conflict");
        refused(as(coordinator, put(role(newId()), "{}")), 404, "not-found");
        for (String other : List.of(foreign, anna, newId())) {
            refused(as(other, put(role(anna), "{}")), 403, "forbidden");
            refused(as(other, delete(role(coordinator))), 403, "forbidden");
        }
        assertThat(asOperator(put(role(anna), "{}"))).hasStatus(204);
    }

    @Test
    void whoBelongsWithoutASeatLeavesOneCoalitionOrAll() {
        String second = newId();
        started(second, address(coalition));
        as(coordinator, put(role(anna), "{}"));
        String third = newId();
        started(third, "tredje-" + third + "@koalition.example");
        Request leaveHere = post(member(coordinator) + "/departure", "{\"coalitionId\":\"" + coalition + "\"}");

        refused(as(coordinatorOf(third), leaveHere), 403, "forbidden");
        refused(as(anna, leave(coordinator)), 403, "forbidden");
        refused(
                as(coordinator, post(member(anna) + "/departure", "{\"coalitionId\":\"" + coalition + "\"}")),
                409,
                "conflict");
        assertThat(as(anna, leaveHere)).hasStatus(204);
        assertThat(as(anna, leaveHere)).hasStatus(204);

        ToldEvent last = told("member", coordinator).getLast();
        assertThat(last.type()).isEqualTo("member.role-withdrawn.v1");
        assertThat(String.valueOf(last.state().get("roles"))).contains(second).doesNotContain(coalition);
        refused(
                as(coordinator, post(member(coordinator) + "/departure", "{\"coalitionId\":\"" + second + "\"}")),
                409,
                "conflict");
    }

    @Test
    void theDeputyIsNamedByThoseAroundTheSeat() {
        Request deputy = put(member(anna) + "/deputy", "{\"deputy\":true}");

        refused(as(foreign, deputy), 403, "forbidden");
        assertThat(as(coordinator, deputy)).hasStatus(204);
        assertThat(told("member", anna).getLast().state()).containsEntry("deputy", true);
        assertThat(as(anna, put(member(anna) + "/deputy", "{\"deputy\":false}")))
                .hasStatus(204);
        assertThat(told("member", anna).getLast().state()).doesNotContainKey("deputy");
        refused(as(anna, put(member(anna) + "/deputy", "{}")), "deputy", "must be there");
        refused(as(coordinator, put(member(coordinator) + "/deputy", "{\"deputy\":true}")), 409, "conflict");
    }

    @Test
    void whoLeftHasNoRightsAndIsToldWithoutASeat() {
        refused(as(foreign, leave(anna)), 403, "forbidden");
        assertThat(as(anna, leave(anna))).hasStatus(204).hasHeader("X-Sequence", "member:" + anna + ":2");

        refused(
                as(anna, post("/api/actors/" + actor + "/members", "{\"name\":\"B\",\"email\":\"b@x.example\"}")),
                403,
                "forbidden");
        assertThat(as(coordinator, leave(anna))).hasStatus(204).hasHeader("ETag", "\"2\"");
        assertThat(told("member", anna).getLast()).satisfies(event -> {
            assertThat(event.type()).isEqualTo("member.left.v1");
            assertThat(event.fact()).isEqualTo(Map.of("reason", "Ny tjänst"));
            assertThat(event.state())
                    .doesNotContainKey("actorId")
                    .containsEntry("formerActorId", actor)
                    .containsEntry("formerCoalitionIds", List.of(coalition))
                    .containsEntry("roles", List.of())
                    .containsKey("leftAt");
        });
    }

    @Test
    void aCoordinatorAndAColleagueLetSomeoneLeaveToo() {
        String bo = newId();
        seat(bo, "bo-" + email);

        assertThat(as(bo, leave(anna))).hasStatus(204);
        assertThat(as(coordinator, leave(bo))).hasStatus(204);
    }

    @Test
    void whoReturnsIsTheSameMember() {
        as(anna, leave(anna));
        String key = newId();
        Request again = post(
                        "/api/actors/" + actor + "/members",
                        "{\"name\":\"Anna B\",\"email\":\"" + email.toUpperCase(Locale.ROOT) + "\"}")
                .with("Idempotency-Key", key);

        for (int i = 0; i < 2; i++) {
            assertThat(as(coordinator, again))
                    .hasStatus(201)
                    .hasHeader("Location", member(anna))
                    .hasHeader("X-Sequence", "member:" + anna + ":3");
        }
        assertThat(told("member", anna).getLast().state())
                .containsEntry("name", "Anna B")
                .containsEntry("actorId", actor)
                .doesNotContainKeys("leftAt", "formerActorId");
        refused(as(coordinator, post(again.path(), "{\"name\":\"C\",\"email\":\"" + email + "\"}")), 409, "conflict");
    }

    @Test
    void everyoneDescribesThemselfAndNobodyElse() {
        Request english = put(member(anna) + "/description", "{\"name\":\" Anna  B \",\"language\":\"en\"}");

        refused(as(anna, english), 428, "precondition-required");
        refused(as(anna, english.with("If-Match", "\"7\"")), 412, "stale-version");
        refused(as(coordinator, english.with("If-Match", "\"1\"")), 403, "forbidden");
        assertThat(as(anna, english.with("If-Match", "\"1\""))).hasStatus(204).hasHeader("ETag", "\"2\"");
        assertThat(as(anna, get(member(anna))))
                .hasStatusOk()
                .hasHeader("ETag", "\"2\"")
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo("Anna B");
        assertThat(as(coordinator, get(member(anna)))).hasStatusOk();
        refused(as(foreign, get(member(anna))), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name     | must not be blank | {'name':' ','language':'sv'}",
                "name     | must be one line with a letter or digit, without control or invisible characters | {'name':'A\\nB','language':'sv'}",
                "language | must be sv or en | {'name':'Anna','language':'fi'}",
                "language | must be there | {'name':'Anna'}",
                "email    | is not known here | {'name':'Anna','language':'sv','email':'a@x.example'}"
            })
    void whatCannotBeUsedIsNamed(String field, String sentence, String body) {
        Request request = put(member(anna) + "/description", body.replace('\'', '"'));

        refused(as(anna, request.with("If-Match", "*")), field, sentence);
    }

    @Test
    void aReasonHasALimitAndNeedNotBeGiven() {
        Request tooLong = post(member(anna) + "/departure", "{\"reason\":\"" + "x".repeat(1001) + "\"}");

        refused(as(anna, tooLong), "reason", "must have at most 1000 characters");
        assertThat(as(anna, post(member(anna) + "/departure", "{}"))).hasStatus(204);
        assertThat(told("member", anna).getLast().fact()).isEmpty();
    }

    @Test
    void nothingInTheStoreTellsWhoWasErased() {
        as(anna, leave(anna));
        as(
                coordinator,
                post("/api/actors/" + actor + "/members", "{\"name\":\"" + name + "\",\"email\":\"" + email + "\"}"));
        refused(as(coordinator, delete(member(anna))), 403, "forbidden");

        assertThat(as(anna, delete(member(anna)))).hasStatus(204);
        assertThat(as(anna, delete(member(anna)))).hasStatus(204).hasHeader("ETag", "\"4\"");

        assertThat(told("member", anna).getLast()).satisfies(event -> {
            assertThat(event.type()).isEqualTo("member.erased.v1");
            assertThat(event.state())
                    .containsEntry("name", "(erased)")
                    .containsEntry("email", anna + "@erased.invalid")
                    .containsEntry("formerActorId", actor)
                    .containsKeys("leftAt", "erasedAt");
        });
        assertThat(documentsWith(name)).isEmpty();
        assertThat(documentsWith(email)).isEmpty();
        assertThat(stored("member", anna)).doesNotContainKey("request");
        assertThat(stored("member", anna).get("state", Document.class).toJson()).doesNotContain("request");
    }

    /** Every document of every collection is looked through, whatever it is for. */
    private List<String> documentsWith(String text) {
        return mongo.getCollectionNames().stream()
                .flatMap(collection -> mongo.getCollection(collection).find().into(new ArrayList<>()).stream())
                .map(Document::toJson)
                .filter(json -> json.contains(text))
                .toList();
    }

    @Test
    void anErasedAddressIsFreeForANewMember() {
        as(anna, delete(member(anna)));
        String next = newId();

        seat(next, email);

        assertThat(told("member", next).getLast().type()).isEqualTo("member.added.v1");
        String body = "{\"name\":\"%s\",\"email\":\"b-%s\"}".formatted(name, email);
        Request takenId = post("/api/actors/" + actor + "/members", body).with("Idempotency-Key", anna);
        refused(as(coordinator, takenId), 409, "conflict");
    }

    @Test
    void aCoordinatorErasesOnlyWhoHasLeftAndAnOperatorAnyone() {
        String bo = newId();
        seat(bo, "bo-" + email);
        refused(as(coordinator, delete(member(anna))), 403, "forbidden");
        as(anna, leave(anna));
        refused(as(foreign, delete(member(anna))), 403, "forbidden");
        refused(as(bo, delete(member(anna))), 403, "forbidden");

        assertThat(as(coordinator, delete(member(anna)))).hasStatus(204);
        assertThat(asOperator(delete(member(bo)))).hasStatus(204);
        refused(asOperator(delete(member(newId()))), 404, "not-found");
    }

    /** The token lives a minute longer than the member. */
    @Test
    void whoIsErasedCannotNameThemselfAnew() {
        as(anna, delete(member(anna)));

        Request again = put(member(anna) + "/description", "{\"name\":\"" + name + "\",\"language\":\"en\"}");
        refused(as(anna, again.with("If-Match", "*")), 409, "conflict");
        assertThat(documentsWith(name)).isEmpty();
    }

    @Test
    void aCoordinatorErasesWhoBelongedWithoutASeat() {
        as(coordinator, put(role(anna), "{}"));
        as(coordinator, post(member(coordinator) + "/departure", "{}"));

        assertThat(as(anna, delete(member(coordinator)))).hasStatus(204);
    }

    @Test
    void whatIsStoredAboutAMemberIsForThemAndTheOperator() {
        as(anna, put(member(anna) + "/deputy", "{\"deputy\":true}"));

        assertThat(as(anna, get(member(anna) + "/data")))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.member.email").isEqualTo(email);
                    assertThat(json).extractingPath("$.did[*].type").isEqualTo(List.of("member.named-deputy.v1"));
                });
        assertThat(asOperator(get(member(anna) + "/data"))).hasStatusOk();
        refused(as(coordinator, get(member(anna) + "/data")), 403, "forbidden");
    }
}

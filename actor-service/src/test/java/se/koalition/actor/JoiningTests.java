package se.koalition.actor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.koalition.actor.actors.Actors;

/** A visitor asks to join, and a coordinator answers. */
class JoiningTests extends RunningService {

    private final String id = newId();
    private final String email = "rektor-" + id + "@skola.example";
    private final String name = "Kulturskolan " + id;

    @Autowired
    @Qualifier("forgetting") Object forgetting;

    @BeforeEach
    void aCoalition() {
        startedCoalition();
    }

    static Request request(String coalition, String who) {
        return request(coalition, who, who + "@skola.example");
    }

    static Request request(String coalition, String organisation, String email) {
        return post("/api/coalitions/" + coalition + "/join-requests", """
                {"organisation":"%s","sector":"culture","municipality":"Lund","why":"Vi vill vara med.",\
                "name":"Rektor","email":"%s","proven":true}""".formatted(organisation, email));
    }

    private MvcTestResult ask() {
        return as("visitor", request(coalition, name, email).with("Idempotency-Key", id));
    }

    private MvcTestResult accept(String by) {
        return as(by, post("/api/join-requests/" + id + "/acceptance", ""));
    }

    private MvcTestResult decline(String body) {
        return as(coordinator, post("/api/join-requests/" + id + "/decline", body));
    }

    private Document state(String type, String aggregate) {
        return stored(type, aggregate).get("state", Document.class);
    }

    /** The member's id of who asks, once it is known. */
    static String applicant(RunningService service, String request) {
        return await().atMost(PATIENCE)
                .until(
                        () -> service.stored("join-request", request)
                                .get("state", Document.class)
                                .getString("memberId"),
                        member -> member != null);
    }

    private String applicant() {
        return applicant(this, id);
    }

    private void awaitSeat(String request) {
        await().atMost(PATIENCE)
                .until(() -> !state("join-request", request)
                        .get("answer", Document.class)
                        .getBoolean("seatWaits"));
    }

    @Test
    void aVisitorAsksAndIsHeld() {
        assertThat(ask())
                .hasStatus(201)
                .hasHeader("Location", "/api/join-requests/" + id)
                .hasHeader("X-Sequence", "join-request:" + id + ":1")
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(ask()).hasStatus(201).hasHeader("X-Sequence", "join-request:" + id + ":1");
        refused(as("visitor", request(coalition, name, "annan-" + email).with("Idempotency-Key", id)), 409, "conflict");

        applicant();
        assertThat(told("join-request", id)).hasSize(2).first().satisfies(event -> {
            assertThat(event.type()).isEqualTo("join-request.received.v1");
            assertThat(event.fact()).isEqualTo(Map.of("proven", true));
            assertThat(event.header("ce_member")).isEmpty();
            assertThat(event.state())
                    .containsOnlyKeys(
                            "id",
                            "coalitionId",
                            "organisation",
                            "sector",
                            "municipality",
                            "why",
                            "proven",
                            "status",
                            "receivedAt",
                            "history")
                    .containsEntry("organisation", name)
                    .containsEntry("status", "held");
        });
    }

    @Test
    void whoAsksBecomesAMemberWithoutRightsAndIsNamedNowhereElse() {
        ask();

        String member = applicant();

        assertThat(member)
                .isEqualTo(UUID.nameUUIDFromBytes(("join-request:" + id + ":1").getBytes(UTF_8))
                        .toString());
        assertThat(told("member", member)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("member.applied.v1");
            assertThat(event.fact()).isEqualTo(Map.of("coalitionId", coalition, "requestId", id));
            assertThat(event.state())
                    .containsEntry("email", email)
                    .containsEntry("roles", List.of())
                    .containsEntry("applicant", Map.of("coalitionId", coalition))
                    .doesNotContainKey("actorId");
        });
        assertThat(stored("join-request", id).toJson()).doesNotContain(email, "Rektor");
        assertThat(told("join-request", id))
                .allSatisfy(event -> assertThat(event.value()).doesNotContain(email, "Rektor"));
        refused(as(member, post("/api/actors", actor("Teatern " + id))), 403, "forbidden");
        refused(accept(member), 403, "forbidden");
    }

    @Test
    void whoAskedMayKnowWhatIsStoredOfIt() {
        ask();
        String member = applicant();

        assertThat(asOperator(get("/api/members/" + member + "/data")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.joinRequests[*].organisation")
                .isEqualTo(List.of(name));
    }

    @Test
    void whoAskedIsErasedByAnOperatorForThem() {
        ask();
        String member = applicant();

        refused(as(coordinator, delete("/api/members/" + member)), 403, "forbidden");
        assertThat(asOperator(delete("/api/members/" + member))).hasStatus(204);
        assertThat(state("member", member))
                .containsEntry("name", "(erased)")
                .containsEntry("email", member + "@erased.invalid")
                .doesNotContainKey("applicant");
    }

    @Test
    void aYesBringsTheActorInAndSeatsWhoAsked() {
        ask();
        String member = applicant();

        assertThat(accept(coordinator)).hasStatus(204).hasHeader("X-Sequence", "join-request:" + id + ":3");
        assertThat(accept(coordinator)).hasStatus(204).hasHeader("X-Sequence", "join-request:" + id + ":3");
        refused(decline("{}"), 409, "conflict");

        awaitSeat(id);
        String actor = Actors.idFor(name);
        assertThat(told("join-request", id).getLast().fact()).isEqualTo(Map.of("actorId", actor));
        assertThat(state("actor", actor).getList("participations", Document.class))
                .extracting(p -> p.getString("coalitionId"))
                .containsExactly(coalition);
        assertThat(told("member", member)).hasSize(2).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("member.seated.v1");
            assertThat(event.header("ce_member")).isEqualTo(coordinator);
            assertThat(event.fact()).isEqualTo(Map.of("actorId", actor, "requestId", id));
            assertThat(event.state()).containsEntry("actorId", actor).doesNotContainKey("applicant");
        });
    }

    @Test
    void oldEventsThatComeAgainBringNobodyBack() {
        ask();
        String member = applicant();
        accept(coordinator);
        awaitSeat(id);
        mongo.getCollection("actor")
                .updateOne(
                        new Document("_id", Actors.idFor(name)),
                        new Document("$set", new Document("state.participations", List.of())));
        mongo.getCollection("member")
                .updateOne(new Document("_id", member), new Document("$unset", new Document("state.actorId", "")));

        actorEvents.accept(
                event("join-request:" + id + ":1", "join-request.received.v1").build());
        actorEvents.accept(event("join-request:" + id + ":3", "join-request.accepted.v1")
                .setHeader("event.ce_member", coordinator.getBytes(UTF_8))
                .build());

        assertThat(state("actor", Actors.idFor(name)).getList("participations", Document.class))
                .isEmpty();
        assertThat(state("member", member)).doesNotContainKey("actorId");
        assertThat(told("join-request", id)).hasSize(3);
    }

    @Test
    void whoRepresentsAnotherActorKeepsThatSeatAndTheNewActorJoinsAllTheSame() {
        String school = registered("Skolan " + coalition);
        String anna = newId();
        as(
                coordinator,
                post("/api/actors/" + school + "/members", "{\"name\":\"Anna\",\"email\":\"" + email + "\"}")
                        .with("Idempotency-Key", anna));
        ask();
        assertThat(applicant()).isEqualTo(anna);

        accept(coordinator);
        awaitSeat(id);

        assertThat(state("member", anna)).containsEntry("actorId", school).containsEntry("name", "Anna");
        assertThat(state("actor", Actors.idFor(name)).getList("participations", Document.class))
                .hasSize(1);
    }

    /** Else a coalition's yes would open to a stranger what the actor's people see in another one. */
    @Test
    void whoAsksForAnActorWithAnotherHomeBelongsToTheCoalitionWithoutItsSeat() {
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String school = Actors.idFor(name);
        as(coordinatorOf(second), bringIn(second, name));
        ask();
        String member = applicant();

        accept(coordinator);
        awaitSeat(id);

        assertThat(told("member", member)).hasSize(2).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("member.admitted.v1");
            assertThat(event.fact()).isEqualTo(Map.of("coalitionId", coalition, "requestId", id));
            assertThat(event.state()).doesNotContainKeys("actorId", "applicant");
            assertThat(String.valueOf(event.state().get("roles"))).contains(coalition, "member");
        });
        assertThat(state("actor", school).getList("participations", Document.class))
                .hasSize(2);
        MvcTestResult seated = as(
                coordinatorOf(second),
                post("/api/actors/" + school + "/members", "{\"name\":\"Bo\",\"email\":\"" + email + "\"}"));
        assertThat(seated).as("once the actor gives its seat").hasStatus(201);
        assertThat(state("member", member)).containsEntry("actorId", school).containsEntry("name", "Rektor");
    }

    @Test
    void whoRepresentsAnActorOfAnotherCoalitionBelongsHereToo() {
        String second = newId();
        started(second, address(coalition));
        String anna = newId();
        String museum = Actors.idFor("Museet " + id);
        as(coordinator, bringIn(second, "Museet " + id));
        as(
                coordinator,
                post("/api/actors/" + museum + "/members", "{\"name\":\"Anna\",\"email\":\"" + email + "\"}")
                        .with("Idempotency-Key", anna));
        ask();
        applicant();

        accept(coordinator);
        awaitSeat(id);

        assertThat(state("member", anna)).containsEntry("actorId", museum);
        assertThat(told("member", anna).getLast().type()).isEqualTo("member.admitted.v1");
    }

    @Test
    void anApplicantCanBeSeatedWithoutTheRequest() {
        ask();
        String member = applicant();
        String school = registered("Skolan " + coalition);

        MvcTestResult seated = as(
                coordinator,
                post("/api/actors/" + school + "/members", "{\"name\":\"Bo\",\"email\":\"" + email + "\"}"));

        assertThat(seated).hasStatus(201).hasHeader("Location", "/api/members/" + member);
        assertThat(state("member", member))
                .containsEntry("actorId", school)
                .containsEntry("name", "Bo")
                .doesNotContainKey("applicant");
        accept(coordinator);
        awaitSeat(id);
        assertThat(state("member", member)).containsEntry("actorId", school);
    }

    @Test
    void aNoIsToldInItsWords() {
        ask();
        applicant();

        assertThat(decline("{\"message\":\" Tack, men nej. \"}")).hasStatus(204);
        assertThat(decline("{\"message\":\"Tack, men nej.\"}"))
                .hasStatus(204)
                .hasHeader("X-Sequence", "join-request:" + id + ":3");
        refused(decline("{\"message\":\"Något annat.\"}"), 409, "conflict");
        refused(accept(coordinator), 409, "conflict");

        assertThat(told("join-request", id).getLast()).satisfies(event -> {
            assertThat(event.fact()).isEqualTo(Map.of("message", "Tack, men nej."));
            assertThat(event.state()).containsEntry("status", "declined");
        });
        assertThat(mongo.getCollection("actor").countDocuments(new Document("_id", Actors.idFor(name))))
                .isZero();
    }

    @Test
    void onlyACoordinatorOfTheCoalitionReadsAndAnswers() {
        ask();
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String foreign = UUID.nameUUIDFromBytes(("coalition:" + second + ":1").getBytes(UTF_8))
                .toString();

        for (String other : List.of(foreign, newId(), "visitor")) {
            refused(accept(other), 403, "forbidden");
            refused(as(other, post("/api/join-requests/" + id + "/decline", "{}")), 403, "forbidden");
            refused(as(other, get("/api/join-requests/" + id)), 403, "forbidden");
        }
        refused(asOperator(post("/api/join-requests/" + id + "/acceptance", "")), 403, "forbidden");
        assertThat(as(coordinator, get("/api/join-requests/" + id)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("held");
        refused(as(coordinator, post("/api/join-requests/" + newId() + "/acceptance", "")), 404, "not-found");
    }

    @Test
    void onlyThePortalHandsRequestsInAndItsTokenForThatOpensNothingElse() {
        refused(as(coordinator, request(coalition, name, email)), 403, "forbidden");
        refused(asOperator(request(coalition, name, email)), 403, "forbidden");
        refused(as("visitor", get("/api/coalitions/" + coalition)), 403, "forbidden");
        refused(as("visitor", post("/api/actors", actor(name))), 403, "forbidden");
        refused(as("visitor", request(newId(), name, email)), 404, "not-found");
    }

    @Test
    void aDeclinedApplicantIsForgottenAfterThirtyDaysUnlessTheyAskAgain() {
        String other = newId();
        ask();
        String member = applicant();
        decline("{\"message\":\"Tyvärr.\"}");
        as("visitor", request(coalition, name, email).with("Idempotency-Key", other));
        assertThat(applicant(this, other)).isEqualTo(member);

        sweep(29);
        assertThat(state("join-request", id)).containsKey("why");
        sweep(31);
        assertThat(state("join-request", id)).doesNotContainKey("why");
        assertThat(state("member", member)).containsEntry("email", email);

        as(coordinator, post("/api/join-requests/" + other + "/decline", "{}"));
        sweep(31);
        sweep(31);

        assertThat(state("member", member))
                .containsEntry("name", "(erased)")
                .containsEntry("email", member + "@erased.invalid")
                .doesNotContainKey("applicant");
        assertThat(told("member", member)).hasSize(2);
        assertThat(told("join-request", id))
                .hasSize(4)
                .last()
                .satisfies(event -> assertThat(event.value()).doesNotContain("Tyvärr", "Vi vill vara med"));
    }

    @Test
    void whoWasSeatedIsNotForgotten() {
        ask();
        String member = applicant();
        accept(coordinator);
        awaitSeat(id);

        sweep(31);

        assertThat(state("member", member)).containsEntry("email", email);
        assertThat(state("join-request", id)).doesNotContainKey("why");
    }

    @Test
    void whatNobodyAnswersForHalfAYearCountsAsDeclined() {
        ask();
        applicant();

        sweep(181);

        assertThat(told("join-request", id).getLast().type()).isEqualTo("join-request.declined.v1");
    }

    private void sweep(int days) {
        ReflectionTestUtils.invokeMethod(forgetting, "sweep", Instant.now().plus(days, ChronoUnit.DAYS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organisation | must not be blank           | organisation | ' '",
                "organisation | must be one line with a letter or digit, without control or invisible characters | organisation | 'A\\r\\nBcc: x'",
                "sector       | must be there               | sector | null",
                "why          | must not be blank           | why | ''",
                "name         | must not be blank           | name | ''",
                "email        | must be a well-formed email address | email | 'a@x.example,b@x.example'",
                "language     | must be sv or en            | language | 'no'",
                "proven       | must be there               | proven | null",
                "actorId      | is not known here           | actorId | 'x'"
            })
    void whatCannotBeUsedIsNamed(String field, String sentence, String changed, String value) {
        String body = """
                {"organisation":"Skolan","sector":"culture","why":"Vi vill.","name":"Rektor",\
                "email":"rektor@skola.example","language":"sv","proven":true}""";
        String json = value.equals("null") ? value : "\"" + value.replace("'", "") + "\"";
        String wrong = body.contains("\"" + changed + "\"")
                ? body.replaceFirst(
                        "\"" + changed + "\":(\"[^\"]*\"|true)", "\"" + changed + "\":" + json.replace("\\", "\\\\"))
                : body.replace("}", ",\"" + changed + "\":" + json + "}");

        refused(as("visitor", post("/api/coalitions/" + coalition + "/join-requests", wrong)), field, sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"why", "organisation"})
    void whatIsTooLongIsRefused(String field) {
        Request tooLong = request(coalition, name, email);
        String body = String.valueOf(tooLong.body())
                .replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + "x".repeat(2001) + "\"");

        refused(as("visitor", post(tooLong.path(), body)), 400, "invalid-input");
    }

    @Test
    void aMessageHasItsLimit() {
        ask();

        refused(decline("{\"message\":\"" + "x".repeat(2001) + "\"}"), "message", "must have at most 2000 characters");
        refused(decline("{\"message\":\"\\ud800\"}"), "message", "must be text without control characters");
        refused(decline("{\"text\":\"x\"}"), "text", "is not known here");
    }
}

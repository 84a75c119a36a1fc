package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two actors turn out to be one; nobody loses their seat, and a crash in between is made up for. */
class MergingTests extends RunningService {

    private final String second = newId();
    private final String name = "Malmö stad " + coalition;
    private final String otherName = "Malmö stad, skolan " + coalition;
    private String survivor = "";
    private String duplicate = "";

    @BeforeEach
    void twoActors() {
        startedCoalition();
        started(second, address(coalition));
        survivor = registered(name);
        duplicate = registered(otherName);
    }

    private MvcTestResult merge(String member, String into, String other) {
        return as(member, post("/api/actors/" + into + "/mergers", "{\"duplicateId\":\"" + other + "\"}"));
    }

    private void joins(String actorName, String where) {
        assertThat(as(coordinator, bringIn(where, actorName))).hasStatus(201);
    }

    private Document state(String actor) {
        return stored("actor", actor).get("state", Document.class);
    }

    private List<String> coalitionsOf(String actor) {
        return state(actor).getList("participations", Document.class).stream()
                .map(p -> p.getString("coalitionId"))
                .toList();
    }

    private void merged() {
        assertThat(merge(coordinator, survivor, duplicate)).hasStatus(204);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(duplicate)).containsEntry("mergedInto", survivor));
    }

    /** Both events of the merger once more, as after a crash or weeks later. */
    private void toldAgain() {
        actorEvents.accept(event(
                        "actor:" + survivor + ":3",
                        "actor.duplicate-merged.v1",
                        "{\"duplicateId\":\"" + duplicate + "\"}",
                        "{}")
                .build());
        actorEvents.accept(
                event("actor:" + duplicate + ":3", "actor.merged.v1", "{\"intoId\":\"" + survivor + "\"}", "{}")
                        .build());
    }

    @Test
    void theOneThatStaysTakesPartEverywhereAndTheDuplicateNowhere() {
        joins(otherName, second);
        merged();

        assertThat(coalitionsOf(survivor)).containsExactly(coalition, second);
        List<ToldEvent> ofSurvivor = told("actor", survivor);
        List<ToldEvent> ofDuplicate = told("actor", duplicate);
        assertThat(ofSurvivor.getLast().type()).isEqualTo("actor.duplicate-merged.v1");
        assertThat(ofSurvivor.getLast().fact()).isEqualTo(Map.of("duplicateId", duplicate));
        assertThat(ofDuplicate.getLast().type()).isEqualTo("actor.merged.v1");
        assertThat(ofDuplicate.getLast().fact()).isEqualTo(Map.of("intoId", survivor));
        assertThat(ofDuplicate.getLast().header("ce_member")).isEqualTo(coordinator);
        assertThat(ofDuplicate.getLast().state())
                .containsEntry("mergedInto", survivor)
                .containsEntry("participations", List.of());
    }

    @Test
    void itsMembersAndItsPlaceAmongTheConvenorsMoveAlong() {
        String member = representative(duplicate);
        as(coordinator, put("/api/coalitions/" + coalition + "/convenors", "{\"actorIds\":[\"" + duplicate + "\"]}"));
        merged();

        convened(survivor);
        ToldEvent moved = told("member", member).getLast();
        assertThat(moved.type()).isEqualTo("member.moved.v1");
        assertThat(moved.fact()).isEqualTo(Map.of("fromActorId", duplicate, "toActorId", survivor));
        assertThat(moved.state()).containsEntry("actorId", survivor);
    }

    @Test
    void toldAgainItChangesNothing() {
        String member = representative(duplicate);
        merged();
        told("member", member);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(stored("member", member).getLong("version")).isEqualTo(2));

        toldAgain();

        assertThat(told("actor", survivor)).hasSize(3);
        assertThat(told("actor", duplicate)).hasSize(3);
        assertThat(told("member", member)).hasSize(2);
        assertThat(merge(coordinator, survivor, duplicate))
                .as("the command again")
                .hasStatus(204);
        assertThat(told("actor", survivor)).hasSize(3);
    }

    @Test
    void whereTheDuplicateWentInTheLastMomentIsMadeUpForOnceOnly() {
        merged();
        // As a crash leaves it between the duplicate's change and the other's.
        mongo.getCollection("actor")
                .updateOne(
                        new Document("_id", duplicate),
                        new Document(
                                "$push",
                                new Document(
                                        "state.handedOver",
                                        new Document("coalitionId", second)
                                                .append("joinedAt", Date.from(Instant.now())))));

        toldAgain();
        assertThat(coalitionsOf(survivor)).containsExactly(coalition, second);

        as(coordinator, post("/api/actors/" + survivor + "/departures", "{\"coalitionId\":\"" + second + "\"}"));
        toldAgain();
        assertThat(coalitionsOf(survivor)).as("who left since stays away").containsExactly(coalition);
    }

    @Test
    void theDuplicatesNameLeadsToTheOneThatStays() {
        merged();

        joins(otherName, second);
        assertThat(coalitionsOf(survivor)).containsExactly(coalition, second);
        assertThat(coalitionsOf(duplicate)).isEmpty();

        String third = newId();
        started(third, address(coalition));
        String key = newId();
        Request csv = new Request(
                HttpMethod.POST,
                "/api/coalitions/" + third + "/actors/imports",
                MediaType.valueOf("text/csv;charset=UTF-8"),
                "name;sector\n\"" + otherName + "\";culture\n",
                Map.of("Idempotency-Key", key));
        assertThat(as(
                        coordinator,
                        new Request(csv.method(), csv.path() + "?dryRun=true", csv.type(), csv.body(), Map.of())))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"registered\":0,\"joined\":1,\"unchanged\":0,\"similar\":[]}");
        assertThat(as(coordinator, csv)).hasStatus(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(coalitionsOf(survivor)).containsExactly(coalition, second, third));
    }

    @Test
    void aSurvivorMayBeADuplicateItself() {
        String last = registered("Malmö " + coalition);
        merged();
        assertThat(merge(coordinator, last, survivor)).hasStatus(204);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(survivor)).containsEntry("mergedInto", last));

        joins(otherName, second);

        assertThat(coalitionsOf(last)).containsExactly(coalition, second);
    }

    @Test
    void twoThatTakeEachOtherOverDoNotVanishIntoEachOther() {
        // Both commands were given before either reaction came.
        mongo.getCollection("actor")
                .updateOne(
                        new Document("_id", duplicate),
                        new Document("$push", new Document("state.duplicates", survivor)));
        refused(merge(coordinator, survivor, duplicate), 409, "conflict");

        actorEvents.accept(event(
                        "actor:" + duplicate + ":3",
                        "actor.duplicate-merged.v1",
                        "{\"duplicateId\":\"" + survivor + "\"}",
                        "{}")
                .build());
        toldAgain();

        assertThat(state(survivor)).containsEntry("mergedInto", duplicate);
        assertThat(state(duplicate).get("mergedInto")).isNull();
    }

    @Test
    void whereTheCoalitionIsConcludedTheOneThatStaysConvenesAsWell() {
        String path = "/api/coalitions/" + coalition;
        as(coordinator, put(path + "/convenors", "{\"actorIds\":[\"" + duplicate + "\"]}"));
        as(coordinator, post(path + "/activation", ""));
        assertThat(as(coordinator, post(path + "/conclusion", ""))).hasStatus(204);
        merged();

        convened(survivor);
        assertThat(told("coalition", coalition).getLast()).satisfies(event -> {
            assertThat(event.type()).isEqualTo("coalition.convenors-named.v1");
            assertThat(event.state()).containsEntry("phase", "concluded").containsKey("concludedAt");
        });
    }

    @Test
    void whoConvenedAndLeftIsReplacedToo() {
        as(coordinator, put("/api/coalitions/" + coalition + "/convenors", "{\"actorIds\":[\"" + duplicate + "\"]}"));
        as(coordinator, post("/api/actors/" + duplicate + "/departures", "{\"coalitionId\":\"" + coalition + "\"}"));
        merged();

        convened(survivor);
    }

    private void convened(String actor) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored("coalition", coalition)
                                .get("state", Document.class)
                                .getList("convenors", String.class))
                        .containsExactly(actor));
    }

    private void set(String actor, String change, String field, String value) {
        mongo.getCollection("actor")
                .updateOne(new Document("_id", actor), new Document(change, new Document("state." + field, value)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoThatTookEachOtherOverOneStaysWhoeverHearsFirstAndIsMergedOnItsOwn(boolean inOrder) {
        // As two commands in the same moment leave them, before either reaction came.
        set(survivor, "$push", "duplicates", duplicate);
        set(duplicate, "$push", "duplicates", survivor);
        List<String> told = inOrder ? List.of(survivor, duplicate) : List.of(duplicate, survivor);
        for (String one : told) {
            String other = one.equals(survivor) ? duplicate : survivor;
            hear("actor", one, "actor.duplicate-merged.v1", "{\"duplicateId\":\"" + other + "\"}", "{}");
        }

        String stays = survivor.compareTo(duplicate) < 0 ? survivor : duplicate;
        String gone = stays.equals(survivor) ? duplicate : survivor;
        assertThat(state(stays).get("mergedInto")).isNull();
        assertThat(state(gone)).containsEntry("mergedInto", stays);

        String last = registered("Malmö " + coalition);
        assertThat(merge(coordinator, last, stays)).hasStatus(204);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(stays)).containsEntry("mergedInto", last));
        refused(merge(coordinator, gone, last), 409, "conflict");
        joins(gone.equals(survivor) ? name : otherName, second);
        assertThat(coalitionsOf(last)).containsExactly(coalition, second);
    }

    @Test
    void aCircleHoldsNobodyUp() {
        String third = registered("Malmö " + coalition);
        set(survivor, "$set", "mergedInto", duplicate);
        set(duplicate, "$set", "mergedInto", third);
        set(third, "$set", "mergedInto", survivor);

        joins(name, second);
        toldAgain();

        assertThat(coalitionsOf(third)).containsExactly(coalition);
    }

    @Test
    void aMergedDuplicateIsChangedNoMore() {
        merged();

        refused(
                as(
                        coordinator,
                        put(
                                        "/api/actors/" + duplicate + "/description",
                                        actor(otherName).replaceFirst("\"coalitionId\":\"[^\"]+\",", ""))
                                .with("If-Match", "*")),
                409,
                "conflict");
        refused(merge(coordinator, duplicate, survivor), 409, "conflict");
        String third = registered("Lunds kommun " + coalition);
        refused(merge(coordinator, third, duplicate), 409, "conflict");
    }

    @Test
    void onlyWhoCoordinatesBothMay() {
        String foreign = newId();
        started(foreign, "annan-" + foreign + "@koalition.example");

        for (String other : List.of(newId(), coordinatorOf(foreign), representative(survivor))) {
            refused(merge(other, survivor, duplicate), 403, "forbidden");
        }
        assertThat(as(coordinatorOf(foreign), bringIn(foreign, otherName))).hasStatus(201);
        refused(merge(coordinatorOf(foreign), survivor, duplicate), 403, "forbidden");
        String dummy = Objects.requireNonNull(as(coordinatorOf(foreign), bringIn(foreign, "Bulvan " + coalition))
                        .getResponse()
                        .getHeader("Location"))
                .replace("/api/actors/", "");
        refused(merge(coordinatorOf(foreign), duplicate, dummy), 403, "forbidden");
        assertThat(told("actor", survivor)).hasSize(2);
        assertThat(merge(coordinator, survivor, duplicate))
                .as("though the foreign coalition took it in as well")
                .hasStatus(204);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(merge(coordinator, survivor, survivor), "duplicateId", "must be another actor");
        refused(merge(coordinator, survivor, ""), "duplicateId", "must not be blank");
        refused(merge(coordinator, survivor, newId()), 404, "not-found");
        refused(merge(coordinator, newId(), survivor), 404, "not-found");
    }
}

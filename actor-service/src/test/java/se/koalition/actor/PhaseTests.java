package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A coalition forms, works and concludes; after that nothing joins or begins in it. */
class PhaseTests extends RunningService {

    @Autowired
    SmartLifecycle importWorker;

    @BeforeEach
    void aCoalition() {
        startedCoalition();
    }

    private Request to(String step) {
        return post("/api/coalitions/" + coalition + "/" + step, "");
    }

    private void concluded() {
        assertThat(as(coordinator, to("activation"))).hasStatus(204);
        assertThat(as(coordinator, to("conclusion"))).hasStatus(204);
    }

    private Request list(String... names) {
        return new Request(
                HttpMethod.POST,
                "/api/coalitions/" + coalition + "/actors/imports",
                MediaType.valueOf("text/csv;charset=UTF-8"),
                "name,sector\n" + String.join(",culture\n", names) + ",culture\n",
                Map.of("Idempotency-Key", coalition));
    }

    @Test
    void theCoordinatorLeadsItThroughItsPhases() {
        assertThat(as(coordinator, to("activation")))
                .hasStatus(204)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("X-Sequence", "coalition:" + coalition + ":2");
        assertThat(as(coordinator, to("conclusion"))).hasStatus(204).hasHeader("ETag", "\"3\"");

        assertThat(told("coalition", coalition))
                .extracting(ToldEvent::type)
                .containsExactly("coalition.started.v1", "coalition.activated.v1", "coalition.concluded.v1");
        assertThat(told("coalition", coalition).getLast()).satisfies(event -> {
            assertThat(event.header("ce_member")).isEqualTo(coordinator);
            assertThat(event.fact()).isEmpty();
            assertThat(event.state()).containsEntry("phase", "concluded");
            Instant activated = Instant.parse(String.valueOf(event.state().get("activatedAt")));
            Instant concluded = Instant.parse(String.valueOf(event.state().get("concludedAt")));
            assertThat(activated).isBeforeOrEqualTo(concluded);
        });
    }

    @Test
    void theSameStepAgainMakesNoEvent() {
        as(coordinator, to("activation"));
        assertThat(as(coordinator, to("activation"))).hasStatus(204).hasHeader("ETag", "\"2\"");
        as(coordinator, to("conclusion"));
        assertThat(as(coordinator, to("conclusion"))).hasStatus(204).hasHeader("ETag", "\"3\"");

        assertThat(told("coalition", coalition)).hasSize(3);
    }

    @Test
    void noStepIsLeftOutAndNoneIsTakenBack() {
        refused(as(coordinator, to("conclusion")), 409, "conflict");
        concluded();

        refused(as(coordinator, to("activation")), 409, "coalition-concluded");
    }

    @Test
    void whoSawAnotherVersionIsTold() {
        refused(as(coordinator, to("activation").with("If-Match", "\"7\"")), 412, "stale-version");
        assertThat(as(coordinator, to("activation").with("If-Match", "\"1\""))).hasStatus(204);
    }

    @Test
    void nobodyElseDecides() {
        for (String step : new String[] {"activation", "conclusion"}) {
            refused(as(newId(), to(step)), 403, "forbidden");
            refused(asOperator(to(step)), 403, "forbidden");
            refused(as(coordinator, post("/api/coalitions/" + newId() + "/" + step, "")), 404, "not-found");
        }
        assertThat(told("coalition", coalition)).hasSize(1);
    }

    @Test
    void aConcludedCoalitionTakesNothingMore() {
        String hub = registered("Hubben " + coalition);
        concluded();

        String path = "/api/coalitions/" + coalition;
        Stream.of(
                        post("/api/actors", actor("Skolan " + coalition)),
                        list("Skolan " + coalition),
                        put(path + "/convenors", "{\"actorIds\":[\"" + hub + "\"]}"),
                        put(path + "/description", "{\"name\":\"n\",\"challenge\":\"c\"}")
                                .with("If-Match", "*"))
                .forEach(request -> refused(as(coordinator, request), 409, "coalition-concluded"));
        assertThat(told("coalition", coalition)).hasSize(3);
    }

    @Test
    void nothingIsPostedContactedAskedForOrLeftInAConcludedOne() {
        Exchanging two = new Exchanging(this);
        two.bothOpen();
        String request = asked();
        concluded();

        String need = "/api/needs/" + two.need;
        Map<String, MvcTestResult> answers = Map.of(
                "posting",
                two.open("offers", newId(), two.anna),
                "editing",
                as(
                        two.anna,
                        put(need, "{\"title\":\"Hjälp\",\"text\":\"Tre kvällar\"}")
                                .with("If-Match", "*")),
                "renewing",
                two.says(two.anna, need + "/renewal", "{\"validUntil\":\"" + Exchanging.inMonths(4) + "\"}"),
                "contact",
                two.contact(two.bo),
                "asking to join",
                as("visitor", JoiningTests.request(coalition, "biblioteket-" + coalition)),
                "accepting",
                two.says(coordinator, "/api/join-requests/" + request + "/acceptance", ""),
                "departure",
                two.says(
                        coordinator,
                        "/api/actors/" + two.school + "/departures",
                        "{\"coalitionId\":\"" + coalition + "\"}"));

        answers.forEach((what, answer) -> {
            assertThat(answer).as(what).hasStatus(409);
            refused(answer, 409, "coalition-concluded");
        });
    }

    private String asked() {
        String id = newId();
        assertThat(as(
                        "visitor",
                        JoiningTests.request(coalition, "kulturskolan-" + coalition)
                                .with("Idempotency-Key", id)))
                .hasStatus(201);
        return id;
    }

    @Test
    void whatWasBegunIsBroughtToAnEndInAConcludedOne() {
        Exchanging two = new Exchanging(this);
        two.bothOpen();
        two.contact(two.anna);
        String request = asked();
        concluded();

        Stream.of(
                        two.says(coordinator, "/api/join-requests/" + request + "/decline", "{}"),
                        two.says(two.anna, "/api/matches/" + two.match() + "/meeting", ""),
                        two.says(two.bo, "/api/matches/" + two.match() + "/result", "{\"text\":\"Läxhjälp\"}"),
                        two.says(two.anna, "/api/needs/" + two.need + "/fulfilment", ""),
                        two.says(two.bo, "/api/offers/" + two.offer + "/withdrawal", ""))
                .forEach(answer -> assertThat(answer).hasStatus(204));
    }

    @Test
    void anImportThatIsCutShortTellsOfEveryActorThatItBroughtIn() {
        assertThat(as(coordinator, to("activation"))).hasStatus(204);
        String[] names = IntStream.range(0, 300)
                .mapToObj(i -> "Förening " + i + " " + coalition)
                .toArray(String[]::new);
        assertThat(as(coordinator, list(names))).hasStatus(202);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(imported().get("state", Document.class).getInteger("done"))
                                .isPositive());

        assertThat(as(coordinator, to("conclusion"))).hasStatus(204);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(imported().get("state", Document.class)).containsEntry("status", "FINISHED"));
        int takePart = (int) mongo.getCollection("actor")
                .countDocuments(new Document("state.participations.coalitionId", coalition));
        assertThat(takePart).isBetween(1, 299);
        assertThat(told("actors-import", coalition).getLast().fact())
                .isEqualTo(Map.of("registered", takePart, "joined", 0, "unchanged", 0, "leftOut", 300 - takePart));
    }

    private Document imported() {
        return stored("actors-import", coalition);
    }

    @Test
    void anImportThatMeetsAConcludedCoalitionLeavesTheRestOut() {
        importWorker.stop();
        try {
            MvcTestResult accepted = as(coordinator, list("Skolan " + coalition, "Hubben " + coalition));
            assertThat(accepted).hasStatus(202);
            concluded();
        } finally {
            importWorker.start();
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stored("actors-import", coalition).get("state", Document.class))
                                .containsEntry("status", "FINISHED"));
        assertThat(told("actors-import", coalition))
                .last()
                .satisfies(event -> assertThat(event.fact())
                        .isEqualTo(Map.of("registered", 0, "joined", 0, "unchanged", 0, "leftOut", 2)));
        assertThat(mongo.getCollection("actor")
                        .countDocuments(new Document("state.participations.coalitionId", coalition)))
                .isZero();
        assertThat(as(coordinator, get("/api/coalitions/" + coalition + "/actors/imports/" + coalition)))
                .bodyJson()
                .extractingPath("$.outcome.leftOut")
                .isEqualTo(2);
    }
}

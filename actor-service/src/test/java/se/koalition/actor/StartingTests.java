package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An operator starts a coalition, and whoever is to coordinate it becomes a member. */
class StartingTests extends RunningService {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private MvcTestResult start() {
        return asOperator(post("/api/coalitions", plan(coalition)).with("Idempotency-Key", coalition));
    }

    @Test
    void anOperatorStartsACoalition() {
        assertThat(start())
                .hasStatus(201)
                .hasHeader("Location", "/api/coalitions/" + coalition)
                .hasHeader("ETag", "\"1\"")
                .hasHeader("X-Sequence", "coalition:" + coalition + ":1")
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"" + coalition + "\"}");
        assertThat(as(newId(), get("/api/coalitions/" + coalition)))
                .hasStatusOk()
                .hasHeader("ETag", "\"1\"")
                .bodyJson()
                .extractingPath("$.phase")
                .isEqualTo("forming");
    }

    @Test
    void withoutAKeyEachRequestStartsAnother() {
        MvcTestResult one = asOperator(post("/api/coalitions", plan(newId())));
        MvcTestResult other = asOperator(post("/api/coalitions", plan(newId())));

        assertThat(one).hasStatus(201);
        assertThat(other.getResponse().getHeader("Location"))
                .isNotEqualTo(one.getResponse().getHeader("Location"));
    }

    @Test
    void startingIsToldInCloudEventsHeaders() {
        asOperator(new Request(
                HttpMethod.POST,
                "/api/coalitions",
                MediaType.APPLICATION_JSON,
                plan(coalition),
                Map.of("Idempotency-Key", coalition, "traceparent", TRACE)));

        assertThat(told("coalition", coalition)).singleElement().satisfies(event -> {
            assertThat(event.header("ce_specversion")).isEqualTo("1.0");
            assertThat(event.header("ce_id")).isEqualTo("coalition:" + coalition + ":1");
            assertThat(event.type()).isEqualTo("coalition.started.v1");
            assertThat(event.header("ce_source")).isEqualTo("/actor-service");
            assertThat(event.header("ce_subject")).isEqualTo(coalition);
            assertThat(event.header("ce_sequence")).isEqualTo("1");
            assertThat(event.header("ce_member")).isEqualTo(operator);
            assertThat(event.header("ce_traceparent")).isEqualTo(TRACE);
            assertThat(event.header("content-type")).isEqualTo("application/json");
            assertThat(event.header("ce_time")).matches(".*:\\d\\d(\\.\\d{3})?Z");
            assertThat(event.record().headers().lastHeader("ce_resync")).isNull();
        });
    }

    @Test
    void theValueIsTheFactAndTheWholePublicState() {
        String fields = "\"name\":\" Fullföljd  utbildning \",\"challenge\":\"Lika\\nvillkor\","
                + "\"background\":\"Många *slutar*\",\"purposes\":[\"Förstå\",\"Pröva\"],\"period\":\"våren 2027\","
                + "\"themes\":[\" läsning \",\"Frånvaro\",\"frånvaro\"],\"area\":[\"malmö\",\"1275\",\"Malmö kommun\"]";
        asOperator(post("/api/coalitions", plan(fields, address(coalition))).with("Idempotency-Key", coalition));

        assertThat(told("coalition", coalition)).singleElement().satisfies(event -> {
            assertThat(event.fact()).isEmpty();
            String startedAt = String.valueOf(event.state().get("startedAt"));
            assertThat(Instant.parse(startedAt)).isBeforeOrEqualTo(Instant.now());
            assertThat(event.state())
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry("id", coalition),
                            Map.entry("name", "Fullföljd utbildning"),
                            Map.entry("challenge", "Lika\nvillkor"),
                            Map.entry("background", "Många *slutar*"),
                            Map.entry("purposes", List.of("Förstå", "Pröva")),
                            Map.entry("period", "våren 2027"),
                            Map.entry("themes", List.of("läsning", "Frånvaro")),
                            Map.entry(
                                    "area",
                                    List.of(
                                            Map.of("code", "1275", "name", "Perstorp"),
                                            Map.of("code", "1280", "name", "Malmö"))),
                            Map.entry("phase", "forming"),
                            Map.entry("convenors", List.of()),
                            Map.entry("startedAt", startedAt),
                            Map.entry("history", event.history())));
            assertThat(event.history())
                    .singleElement()
                    .satisfies(fact -> assertThat(fact)
                            .containsEntry("type", "coalition.started.v1")
                            .containsEntry("member", operator)
                            .containsEntry("sequence", 1)
                            .containsOnlyKeys("type", "time", "member", "sequence"));
        });
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndMakesNoSecondEvent() {
        start();

        assertThat(start()).hasStatus(201).hasHeader("X-Sequence", "coalition:" + coalition + ":1");
        assertThat(told("coalition", coalition)).hasSize(1);
    }

    @Test
    void anotherRequestWithTheSameKeyIsAConflict() {
        start();
        Request other = post("/api/coalitions", plan(newId())).with("Idempotency-Key", coalition);

        refused(asOperator(other), 409, "conflict");
        assertThat(told("coalition", coalition)).hasSize(1);
    }

    @Test
    void onlyAnOperatorStartsCoalitions() {
        refused(
                as(newId(), post("/api/coalitions", plan(coalition)).with("Idempotency-Key", coalition)),
                403,
                "forbidden");
        refused(asOperator(get("/api/coalitions/" + coalition)), 404, "not-found");
    }

    @Test
    void theFirstCoordinatorBecomesAMemberOverTheBroker() {
        start();

        await().atMost(PATIENCE).untilAsserted(() -> stored("member", coordinator));
        assertThat(told("member", coordinator)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("member.added.v1");
            assertThat(event.header("ce_member")).isEqualTo(operator);
            assertThat(event.fact()).isEqualTo(Map.of("coalitionId", coalition, "role", "coordinator"));
            Object addedAt = event.state().get("addedAt");
            Object role = Map.of("coalitionId", coalition, "role", "coordinator", "since", String.valueOf(addedAt));
            assertThat(event.state())
                    .containsOnlyKeys("id", "name", "email", "language", "roles", "addedAt", "history")
                    .containsEntry("name", "Samordnaren")
                    .containsEntry("email", address(coalition))
                    .containsEntry("language", "sv")
                    .containsEntry("roles", List.of(role));
        });
    }

    @Test
    void theCoalitionForgetsTheFirstCoordinatorOnceTheyAreAMember() {
        startedCoalition();

        assertThat(stored("coalition", coalition).get("state", Document.class)).doesNotContainKey("firstCoordinator");
        assertThat(told("coalition", coalition).getFirst().value())
                .doesNotContain(address(coalition))
                .doesNotContain("Samordnaren");
    }

    @Test
    void whatAChangeOfThatMomentWroteBackIsForgottenWithItsEvent() {
        startedCoalition();
        Document person = new Document("name", "Samordnaren")
                .append("email", address(coalition))
                .append("language", "sv");
        mongo.getCollection("coalition")
                .updateOne(
                        new Document("_id", coalition),
                        new Document("$set", new Document("state.firstCoordinator", person)));

        assertThat(as(coordinator, post("/api/coalitions/" + coalition + "/activation", "")))
                .hasStatus(204);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored("coalition", coalition).get("state", Document.class))
                        .containsEntry("phase", "ACTIVE")
                        .doesNotContainKey("firstCoordinator"));
        assertThat(told("member", coordinator)).hasSize(1);
    }

    @Test
    void hearingOfTheStartAgainChangesNothing() {
        startedCoalition();

        actorEvents.accept(startedEvent(coalition));
        actorEvents.accept(startedEvent(coalition));

        assertThat(told("member", coordinator)).hasSize(1);
    }

    @Test
    void theStartOfACoalitionThatIsUnknownHereMakesNoMember() {
        actorEvents.accept(startedEvent(coalition));

        assertThat(mongo.getCollection("member").countDocuments(new Document("_id", coordinator)))
                .isZero();
    }

    @Test
    void whoCoordinatesAlreadyGetsOneMoreRoleHoweverTheAddressIsTyped() {
        startedCoalition();
        String second = newId();

        started(second, address(coalition).toUpperCase(Locale.ROOT));

        assertThat(told("member", coordinator)).hasSize(2).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("member.added.v1");
            assertThat(event.fact()).isEqualTo(Map.of("coalitionId", second, "role", "coordinator"));
        });
        assertThat(stored("member", coordinator).get("state", Document.class).getList("roles", Document.class))
                .extracting(role -> role.getString("coalitionId"))
                .containsExactly(coalition, second);
    }
}

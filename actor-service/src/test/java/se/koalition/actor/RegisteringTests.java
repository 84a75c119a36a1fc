package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.koalition.actor.actors.Actors;

/** An organisation is one actor in the whole installation, however often and by whomever it is registered. */
class RegisteringTests extends RunningService {

    private final String name = "Länsstyrelsen " + coalition;
    private final String id = UUID.nameUUIDFromBytes(
                    ("actor:" + name.toLowerCase(java.util.Locale.ROOT)).getBytes(StandardCharsets.UTF_8))
            .toString();

    @BeforeEach
    void aCoalition() {
        startedCoalition();
    }

    private MvcTestResult register(String body) {
        return as(coordinator, post("/api/actors", body));
    }

    private List<String> toldTypes() {
        return told("actor", id).stream().map(ToldEvent::type).toList();
    }

    @Test
    void aCoordinatorRegistersAnActorWhichJoins() {
        String body = actor(name, "authority").replace("\"sector\"", "\"municipality\":\"Östervik\",\"sector\"");

        assertThat(register(body))
                .hasStatus(201)
                .hasHeader("Location", "/api/actors/" + id)
                .hasHeader("ETag", "\"2\"")
                .hasHeader("X-Sequence", "actor:" + id + ":2")
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"" + id + "\",\"similar\":[]}");
        MvcTestResult seen = as(newId(), get("/api/actors/" + id));
        assertThat(seen).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(seen).bodyJson().extractingPath("$.name").isEqualTo(name);
        assertThat(seen).bodyJson().extractingPath("$.municipality").isEqualTo("Östervik");
        assertThat(seen)
                .bodyJson()
                .extractingPath("$.participations[*].coalitionId")
                .asArray()
                .containsExactly(coalition);
    }

    @Test
    void registeringAndJoiningAreToldAsTwoFacts() {
        register(actor(name));

        List<ToldEvent> events = told("actor", id);
        assertThat(events)
                .extracting(ToldEvent::type)
                .containsExactly("actor.registered.v1", "actor.joined-coalition.v1");
        assertThat(events).extracting(ToldEvent::fact).containsExactly(Map.of(), Map.of("coalitionId", coalition));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.header("ce_source")).isEqualTo("/actor-service");
            assertThat(event.header("ce_member")).isEqualTo(coordinator);
            assertThat(event.state())
                    .containsOnlyKeys(
                            "id", "name", "sector", "participations", "formerParticipations", "registeredAt", "history")
                    .containsEntry("id", id)
                    .containsEntry("sector", "culture");
        });
        assertThat(events.getLast().header("ce_id")).isEqualTo("actor:" + id + ":2");
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndMakesNoEvent() {
        register(actor(name));

        assertThat(register(actor(name))).hasStatus(201).hasHeader("X-Sequence", "actor:" + id + ":2");
        assertThat(toldTypes()).hasSize(2);
    }

    @Test
    void theSameNameTypedOtherwiseIsTheSameActorAsItWasFirst() {
        register(actor(name));

        assertThat(register(actor("  " + name.toUpperCase(java.util.Locale.ROOT) + "\\t", "region")))
                .hasStatus(201)
                .hasHeader("Location", "/api/actors/" + id);
        assertThat(toldTypes()).hasSize(2);
        assertThat(told("actor", id).getLast().state())
                .containsEntry("name", name)
                .containsEntry("sector", "culture");
    }

    @Test
    void aKnownActorJoinsAnotherCoalition() {
        register(actor(name));
        String second = newId();
        started(second, address(second));
        String other = UUID.nameUUIDFromBytes(("coalition:" + second + ":1").getBytes(StandardCharsets.UTF_8))
                .toString();

        assertThat(as(
                        other,
                        post(
                                "/api/actors",
                                actor(name).replace(coalition, second).replace("Länsstyrelsen " + second, name))))
                .hasStatus(201)
                .hasHeader("X-Sequence", "actor:" + id + ":3");
        assertThat(told("actor", id).getLast().fact()).isEqualTo(Map.of("coalitionId", second));
    }

    @Test
    void onlyACoordinatorOfThisCoalitionRegistersActors() {
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String foreign = UUID.nameUUIDFromBytes(("coalition:" + second + ":1").getBytes(StandardCharsets.UTF_8))
                .toString();

        refused(as(foreign, post("/api/actors", actor(name))), 403, "forbidden");
        refused(as(newId(), post("/api/actors", actor(name))), 403, "forbidden");
        refused(asOperator(post("/api/actors", actor(name))), 403, "forbidden");
        refused(as(foreign, get("/api/actors/" + id)), 404, "not-found");
    }

    @Test
    void manyWhoRegisterTheSameNameAtOnceGetOneActor() throws Exception {
        List<Callable<MvcTestResult>> requests = Stream.of(" ", "  ", "\\t", "\u00a0", " \u2003", "   ", " ", "\\t ")
                .<Callable<MvcTestResult>>map(blank -> () -> register(actor(name.replace(" ", blank))))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<MvcTestResult> answer : threads.invokeAll(requests)) {
                assertThat(answer.get()).hasStatus(201).hasHeader("Location", "/api/actors/" + id);
            }
        }

        assertThat(toldTypes()).containsExactly("actor.registered.v1", "actor.joined-coalition.v1");
        assertThat(stored("actor", id).getLong("version")).isEqualTo(2);
        assertThat(mongo.getCollection("actor")
                        .countDocuments(new Document("state.participations.coalitionId", coalition)))
                .isEqualTo(1);
    }

    @Test
    void allThatIsKnownOfItMayBeToldAtOnce() {
        String body = actor(name, "authority").replace("\"sector\"", """
                "municipality":"1281","organisationNumber":"2021000142","website":"https://lst.example",
                "description":"Statens företrädare.\\nI länet.","publicContact":"010-224 10 00","sector\"""");

        assertThat(register(body)).hasStatus(201);

        MvcTestResult seen = as(newId(), get("/api/actors/" + id));
        assertThat(seen).bodyJson().isLenientlyEqualTo("""
                {"municipality":"Lund","municipalityCode":"1281","organisationNumber":"202100-0142",
                 "website":"https://lst.example","description":"Statens företrädare.\\nI länet.",
                 "publicContact":"010-224 10 00","participations":[{"coalitionId":"%s"}],"formerParticipations":[]}""".formatted(coalition));
    }

    @Test
    void whoMayBeMeantIsToldAndNobodyIsHeldUp() {
        register(actor(name));
        String alike = name.replace("Länsstyrelsen ", "Länstyrelsen ") + ", skolan";

        MvcTestResult foreseen = as(coordinator, post("/api/actors?dryRun=true", actor(alike)));
        assertThat(foreseen)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("registered");
        refused(as(coordinator, get("/api/actors/" + Actors.idFor(alike))), 404, "not-found");

        String part = name + ", skolan";
        assertThat(register(actor(part))).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"similar":[{"id":"%s","name":"%s","reason":"part-of"}]}""".formatted(id, name));
        assertThat(as(coordinator, post("/api/actors?dryRun=true", actor(name))))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"outcome":"unchanged","similar":[{"name":"%s"}]}""".formatted(part));
    }

    @Test
    void aDryRunIsRefusedAsTheRealOneIs() {
        String dry = "/api/actors?dryRun=true";

        refused(as(newId(), post(dry, actor(name))), 403, "forbidden");
        refused(as(coordinator, post(dry, actor(""))), "name", "must not be blank");
        assertThat(as(coordinator, post("/api/actors?dryRun=yes", actor(name)))).hasStatus(400);
        refused(as(coordinator, get("/api/actors/" + id)), 404, "not-found");
    }

    @Test
    void anOperatorHasTheStateToldOnceMore() {
        register(actor(name));
        String token = PORTAL.signed(FakePortal.claims("operator").claim("operator", true));

        assertThat(http.post()
                        .uri("/actuator/resync")
                        .header("Authorization", "Bearer " + token)
                        .exchange())
                .hasStatusOk();

        List<ToldEvent> events = told("actor", id);
        assertThat(events).hasSize(3);
        ToldEvent again = events.getLast();
        assertThat(again.header("ce_resync")).isEqualTo("true");
        assertThat(again.header("ce_id")).isEqualTo("actor:" + id + ":3");
        assertThat(again.fact()).isEmpty();
        assertThat(again.state())
                .isEqualTo(Objects.requireNonNull(events.get(1)).state());
    }
}

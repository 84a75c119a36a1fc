package se.koalition.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.util.ReflectionTestUtils;
import se.koalition.actor.actors.Actors;

/** What this service puts on the broker is what {@code contracts/} promises. */
class ContractTests extends RunningService {

    private static final Set<String> TYPES = Set.of(
            "coalition.started.v1",
            "coalition.convenors-named.v1",
            "coalition.described.v1",
            "coalition.activated.v1",
            "coalition.concluded.v1",
            "actor.registered.v1",
            "actor.described.v1",
            "actor.joined-coalition.v1",
            "actor.left-coalition.v1",
            "actor.duplicate-merged.v1",
            "actor.merged.v1",
            "actors-import.accepted.v1",
            "actors-import.finished.v1",
            "member.added.v1",
            "join-request.received.v1",
            "join-request.applicant-known.v1",
            "join-request.accepted.v1",
            "member.applied.v1",
            "member.seated.v1",
            "member.admitted.v1",
            "member.named-deputy.v1",
            "member.role-given.v1",
            "member.role-withdrawn.v1",
            "member.described.v1",
            "member.left.v1",
            "member.erased.v1",
            "member.moved.v1");

    @Autowired
    @Qualifier("forgetting") private Object forgetting;

    /** All that mentions this test's coalition, or the actor or member of that name. */
    private List<ConsumerRecord<String, byte[]>> toldOf(String actor) {
        return Contracts.told("actor-events").stream()
                .filter(told -> {
                    String value = new String(told.value(), java.nio.charset.StandardCharsets.UTF_8);
                    return value.contains(coalition) || value.contains(actor);
                })
                .toList();
    }

    @Test
    void everyEventFitsItsContract() {
        startedCoalition();
        String actor = registered("Skolan " + coalition);
        aMemberComesAndGoes(actor);
        as(coordinator, put("/api/coalitions/" + coalition + "/convenors", "{\"actorIds\":[\"" + actor + "\"]}"));
        as(
                coordinator,
                new Request(
                        HttpMethod.POST,
                        "/api/coalitions/" + coalition + "/actors/imports",
                        new MediaType("text", "csv"),
                        "name;sector;municipality\nTeatern " + coalition + ";culture;Lund\n",
                        Map.of()));
        String description = """
                {"name":"Skolan %s","sector":"municipality","municipality":"Malmö","organisationNumber":"212000-1124",
                 "website":"https://skola.example","description":"En skola.","publicContact":"040-34 10 00"}""".formatted(coalition);
        assertThat(as(
                        coordinator,
                        put("/api/actors/" + actor + "/description", description)
                                .with("If-Match", "*")))
                .hasStatus(204);
        String duplicate = registered("Skolan, " + coalition);
        representative(duplicate);
        assertThat(as(
                        coordinator,
                        post("/api/actors/" + actor + "/mergers", "{\"duplicateId\":\"" + duplicate + "\"}")))
                .hasStatus(204);
        String departure = "{\"coalitionId\":\"%s\",\"reason\":\"Ny inriktning\"}".formatted(coalition);
        assertThat(as(coordinator, post("/api/actors/" + actor + "/departures", departure)))
                .hasStatus(204);

        String request = newId();
        as(
                "visitor",
                JoiningTests.request(coalition, "kulturskolan-" + coalition).with("Idempotency-Key", request));
        as(coordinator, post("/api/join-requests/" + request + "/acceptance", ""));

        await().atMost(PATIENCE)
                .until(() -> toldOf(actor).stream()
                        .anyMatch(told -> Contracts.type(told).equals("actors-import.finished.v1")));
        String second = newId();
        started(second, "annan-" + second + "@koalition.example");
        String admission = newId();
        as(
                "visitor",
                JoiningTests.request(second, "Teatern " + coalition, "teatern-" + coalition + "@skola.example")
                        .with("Idempotency-Key", admission));
        as(coordinatorOf(second), post("/api/join-requests/" + admission + "/acceptance", ""));
        String path = "/api/coalitions/" + coalition;
        as(
                coordinator,
                put(
                                path + "/description",
                                "{\"name\":\"n\",\"challenge\":\"c\",\"themes\":[\"t\"],\"area\":[\"Lund\"]}")
                        .with("If-Match", "*"));
        as(coordinator, post(path + "/activation", ""));
        as(coordinator, post(path + "/conclusion", ""));
        await().atMost(PATIENCE)
                .until(() -> toldOf(actor).stream()
                        .map(Contracts::type)
                        .collect(Collectors.toSet())
                        .equals(TYPES));
        assertThat(toldOf(actor))
                .allSatisfy(told -> assertThat(Contracts.violations(told)).isEmpty());
    }

    private void aMemberComesAndGoes(String actor) {
        String member = newId();
        String person = "{\"name\":\"Samordnare, skolan\",\"email\":\"skolan-%s@skola.example\",\"language\":\"en\"}"
                .formatted(coalition);
        String role = "/api/coalitions/" + coalition + "/coordinators/" + member;
        String self = "/api/members/" + member;
        as(coordinator, post("/api/actors/" + actor + "/members", person).with("Idempotency-Key", member));
        as(coordinator, put(self + "/deputy", "{\"deputy\":true}"));
        as(coordinator, put(role, "{}"));
        as(coordinator, delete(role));
        as(
                member,
                put(self + "/description", "{\"name\":\"Lärare\",\"language\":\"sv\"}")
                        .with("If-Match", "*"));
        as(member, post(self + "/departure", "{\"reason\":\"Ny tjänst\"}"));
        as(coordinator, delete(self));
    }

    @Test
    void aSuccessorFitsToo() {
        startedCoalition();
        String actor = registered("Skolan " + coalition);
        String person = "{\"name\":\"Ny\",\"email\":\"%s@skola.example\",\"deputy\":true}";
        String first = newId();
        String second = newId();
        Request seat = post("/api/actors/" + actor + "/members", person.formatted(first));
        as(coordinator, seat.with("Idempotency-Key", first));
        String successor =
                person.formatted(second).replace("\"deputy\"", "\"successorOf\":\"" + first + "\",\"deputy\"");

        assertThat(as(first, post(seat.path(), successor).with("Idempotency-Key", second)))
                .hasStatus(201);

        fits("member", second);
    }

    @Test
    void aCoalitionOfWhichAllIsToldFitsToo() {
        String fields =
                "\"name\":\"Allt\",\"challenge\":\"c\",\"background\":\"b\",\"purposes\":[\"p\"],\"period\":\"våren\","
                        + "\"themes\":[\"frånvaro\"],\"area\":[\"1280\"]";
        asOperator(post("/api/coalitions", plan(fields, address(coalition))).with("Idempotency-Key", coalition));

        fits("coalition", coalition);
    }

    @Test
    void anActorWithAHomeFitsToo() {
        startedCoalition();
        String home = actor("Museet " + coalition).replace("}", ",\"municipality\":\"Lund\"}");
        assertThat(as(coordinator, post("/api/actors", home))).hasStatus(201);

        fits("actor", Actors.idFor("Museet " + coalition));
    }

    @Test
    void aMemberWithAStrangeAddressFitsToo() {
        startedCoalition();
        String actor = registered("Skolan " + coalition);
        String member = newId();
        String person = "{\"name\":\"Rektor, skolan\",\"email\":\"O'Hara+%s/a=b@skola.example\"}".formatted(coalition);
        assertThat(as(
                        coordinator,
                        post("/api/actors/" + actor + "/members", person).with("Idempotency-Key", member)))
                .hasStatus(201);

        fits("member", member);
    }

    @Test
    void needsOffersAndMatchesFitToo() {
        startedCoalition();
        Exchanging exchange = new Exchanging(this);

        exchange.wholeStory();

        for (String id : List.of(exchange.need, exchange.offer, exchange.match())) {
            assertThat(fits(exchange.typeOf(id), id)).hasSizeGreaterThan(2);
        }
    }

    @Test
    void aRequestThatIsDeclinedAndForgottenFitsToo() {
        startedCoalition();
        String request = newId();
        as("visitor", JoiningTests.request(coalition, "bokcafeet-" + coalition).with("Idempotency-Key", request));
        String member = JoiningTests.applicant(this, request);
        as(coordinator, post("/api/join-requests/" + request + "/decline", "{\"message\":\"Tyvärr.\"}"));
        ReflectionTestUtils.invokeMethod(forgetting, "sweep", Instant.now().plus(31, ChronoUnit.DAYS));

        assertThat(fits("join-request", request).stream().map(Contracts::type))
                .endsWith("join-request.declined.v1", "join-request.forgotten.v1");
        assertThat(fits("member", member).stream().map(Contracts::type)).last().isEqualTo("member.erased.v1");
    }

    @Test
    void aResyncFitsToo() {
        startedCoalition();
        String actor = registered("Teatern " + coalition);
        String token = PORTAL.signed(FakePortal.claims("operator").claim("operator", true));

        assertThat(http.post().uri("/actuator/resync").header("Authorization", "Bearer " + token))
                .hasStatusOk();

        assertThat(fits("coalition", coalition).getLast()).matches(Contracts::isResync);
        assertThat(fits("member", coordinator).getLast()).matches(Contracts::isResync);
        assertThat(fits("actor", actor).getLast()).matches(Contracts::isResync);
    }

    /** All that was told of the aggregate, when nothing waits any more. */
    private List<ConsumerRecord<String, byte[]>> fits(String type, String id) {
        List<ConsumerRecord<String, byte[]>> records =
                told(type, id).stream().map(ToldEvent::record).toList();
        assertThat(records)
                .isNotEmpty()
                .allSatisfy(told -> assertThat(Contracts.violations(told)).isEmpty());
        return records;
    }

    @Test
    void aFieldThatNoContractNamesIsNoticed() {
        assertThat(Contracts.violations("member.state", "{\"secret\":1}")).anyMatch(v -> v.contains("secret"));
    }
}

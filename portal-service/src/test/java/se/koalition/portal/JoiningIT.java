package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.portal.joining.Solving;
import tools.jackson.databind.JsonNode;

/** A visitor asks to join by API or page, and a coordinator answers. */
class JoiningIT extends SignedIn {

    private static final String CREATED = "{\"id\":\"8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f\"}";

    private final String sender = "10.1." + (int) (Math.random() * 250) + "." + (int) (Math.random() * 250);
    private final String email = UUID.randomUUID() + "@skola.example";

    /** As its owner tells it. */
    static Told asked(World world, String status, @Nullable String memberId) {
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                UUID.nameUUIDFromBytes((world.coalition + memberId).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                "coalitionId",
                world.coalition,
                "organisation",
                "Kulturskolan i Lund",
                "sector",
                "culture",
                "municipality",
                "Lund",
                "why",
                "Vi möter barn efter skoltid och vill pröva läxhjälp tillsammans med skolorna.",
                "proven",
                memberId != null,
                "status",
                status,
                "receivedAt",
                "2026-11-03T10:00:00.000Z",
                "history",
                List.of()));
        if (memberId != null) {
            state.put("memberId", memberId);
        }
        if (!status.equals("held")) {
            state.put("decidedAt", "2026-11-04T10:00:00.000Z");
        }
        String id = String.valueOf(state.get("id"));
        return new Told(
                "actor-events",
                "join-request",
                id,
                1,
                "join-request.received.v1",
                "2026-11-03T10:00:00.000Z",
                state,
                false);
    }

    /** Somebody who only asks to join. */
    static Told applicant(World world, String id, String email) {
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                id,
                "name",
                "Rektor, Kulturskolan",
                "email",
                email,
                "language",
                "sv",
                "roles",
                List.of(),
                "addedAt",
                "2026-11-03T10:00:00.100Z",
                "applicant",
                Map.of("coalitionId", world.coalition),
                "history",
                List.of()));
        return new Told("actor-events", "member", id, 1, "member.applied.v1", "2026-11-03T10:00:00.100Z", state, false);
    }

    private HttpResponse<String> ask(String coalition, String key, String more) {
        String body =
                "{\"organisation\":\"Kulturskolan\",\"sector\":\"culture\",\"why\":\"Vi vill.\",\"name\":\"Rektor\","
                        + "\"email\":\"" + email + "\"" + more + "}";
        HttpRequest.Builder request = to("/api/coalitions/" + coalition + "/join-requests")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("X-Forwarded-For", sender)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(browser(), request);
    }

    private boolean provenWith(String key, String solution) {
        NEIGHBOURS.willAnswer(201, CREATED, Map.of());
        assertThat(ask("c", key, ",\"altcha\":\"" + solution + "\"").statusCode())
                .isEqualTo(201);
        JsonNode came = JSON.readTree(NEIGHBOURS.came().getLast().body());
        assertThat(came.has("altcha")).isFalse();
        return came.path("proven").asBoolean();
    }

    @Test
    void a_solved_challenge_counts_for_one_request() throws Exception {
        HttpResponse<String> challenge = get("/api/join-challenge");
        assertThat(challenge.headers().firstValue("Cache-Control")).hasValue("no-store");
        String solution = Solving.solve(challenge.body());
        String key = UUID.randomUUID().toString();

        assertThat(provenWith(key, solution)).isTrue();
        assertThat(provenWith(key, solution)).as("sent again").isTrue();
        assertThat(provenWith(UUID.randomUUID().toString(), solution))
                .as("another request")
                .isFalse();
    }

    @Test
    void the_owner_hears_that_a_visitor_asks_and_the_visitor_what_it_says() {
        NEIGHBOURS.willAnswer(
                201, CREATED, Map.of("Location", "/api/join-requests/x", "X-Sequence", "join-request:x:1"));
        HttpResponse<String> answer = ask("c", "8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f", "");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Sequence")).hasValue("join-request:x:1");
        Neighbours.Came came = NEIGHBOURS.came().getLast();
        assertThat(came.path()).isEqualTo("/api/coalitions/c/join-requests");
        assertThat(came.header("Idempotency-key")).isEqualTo("8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f");
        String claims = new String(
                java.util.Base64.getUrlDecoder()
                        .decode(came.header("Authorization").split("\\.", -1)[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(claims).contains("\"sub\":\"visitor\"", "\"aud\":\"actor-service\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "e30=", "bnVsbA==", "W10=", "eyJudW1iZXIiOiJ4In0="})
    void what_is_no_solution_proves_nothing(String solution) {
        NEIGHBOURS.willAnswer(201, CREATED, Map.of());
        assertThat(provenWith(UUID.randomUUID().toString(), solution)).isFalse();
    }

    @Test
    void what_cannot_be_read_or_says_proven_itself_is_refused() {
        assertThat(ask("c", "k", ",\"proven\":true").statusCode()).isEqualTo(400);
        assertThat(ask("c", "k", ",").statusCode()).isEqualTo(400);
        assertThat(ask("c", "k", ",\"x\":\"" + "x".repeat(64 * 1024) + "\"").statusCode())
                .isEqualTo(413);
        HttpRequest.Builder form = to("/api/coalitions/c/join-requests")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(browser(), form).statusCode()).isEqualTo(400);
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void what_is_too_long_to_be_an_address_or_no_key_is_refused_before_it_is_counted() {
        String key = UUID.randomUUID().toString();
        String address = "a".repeat(60_000) + "@skola.example";
        for (int i = 0; i < 8; i++) {
            HttpResponse<String> refused = ask("c", key, ",\"email\":\"" + address + "\"");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("254");
            assertThat(ask("c", "no-uuid", "").statusCode()).isEqualTo(400);
        }
        assertThat(NEIGHBOURS.came()).isEmpty();
        NEIGHBOURS.willAnswer(201, CREATED, Map.of());
        assertThat(ask("c", key, "").statusCode()).isEqualTo(201);
    }

    @Test
    void who_sends_many_without_proof_is_told_to_wait() {
        NEIGHBOURS.willAnswer(201, CREATED, Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(ask("c", UUID.randomUUID().toString(), "").statusCode()).isEqualTo(201);
        }
        HttpResponse<String> refused = ask("c", UUID.randomUUID().toString(), "");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("urn:koalition:problem:too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    private static final Map<String, String> FORM = Map.of(
            "organisation", "Kulturskolan",
            "sector", "culture",
            "why", "Vi vill vara med.",
            "name", "Rektor",
            "key", "8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f");

    private Map<String, String> form(String... more) {
        Map<String, String> fields = new LinkedHashMap<>(FORM);
        fields.put("email", email);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    @Test
    void a_visitor_asks_on_the_page() {
        World world = known();
        assertThat(get("/coalitions/" + world.coalition).body()).contains("Vill er organisation vara med?");
        Browser browser = new Browser(port);
        String path = "/coalitions/" + world.coalition + "/join";
        browser.open(path);

        HttpResponse<String> refused = browser.submit(path, form("sector", "sport", "why", " ", "email", "hej"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Välj en sektor", "Fyll i fältet", "e-postadress", "value=\"Kulturskolan\"");
        assertThat(browser.submit(path, form("why", "x".repeat(2001))).body()).contains("Texten är för lång");
        assertThat(NEIGHBOURS.came()).isEmpty();

        assertThat(browser.submit(path, form("subject", "Buy")).body()).contains("Tack, ansökan har kommit fram");
        assertThat(NEIGHBOURS.came()).as("a program is not heard").isEmpty();

        NEIGHBOURS.willAnswer(
                400,
                "{\"errors\":[{\"field\":\"email\",\"message\":\"must be a well-formed email address\"}]}",
                Map.of());
        assertThat(browser.submit(path, form()).body()).contains("href=\"#email\"");
        NEIGHBOURS.willAnswer(409, "{}", Map.of());
        assertThat(browser.submit(path, form()).body()).contains("tar koalitionen inte emot fler");

        NEIGHBOURS.willAnswer(201, CREATED, Map.of());
        assertThat(browser.submit(path, form("municipality", " Lund ")).body())
                .contains("Tack, ansökan har kommit fram");
        JsonNode came = JSON.readTree(NEIGHBOURS.came().getLast().body());
        assertThat(came.path("proven").asBoolean()).isFalse();
        assertThat(came.path("municipality").asString("")).isEqualTo("Lund");
        assertThat(came.path("language").asString("")).isEqualTo("sv");
        assertThat(came.has("subject")).isFalse();
        assertThat(get("/coalitions/nowhere/join").statusCode()).isEqualTo(404);
    }

    @Test
    void who_only_asks_gets_no_link_to_sign_in() {
        World world = known();
        publish(List.of(applicant(world, UUID.randomUUID().toString(), email), asked(world, "held", null)));
        await().atMost(SOON)
                .until(() -> json(
                                        "/api/coalitions/" + world.coalition + "/join-requests",
                                        "Authorization",
                                        token(world.email(world.anna)))
                                .path("items")
                                .size()
                        == 1);
        Browser browser = new Browser(port);
        browser.open("/sign-in");
        assertThat(browser.submit("/sign-in", Map.of("email", email)).body()).contains("Titta i din e-post");
        assertThat(NEIGHBOURS.came()).isEmpty();
        assertThat(token(email)).isEqualTo("Bearer ");
    }

    @Test
    void a_coordinator_sees_who_asks_and_answers() {
        World world = known();
        String member = UUID.randomUUID().toString();
        Told held = asked(world, "held", member);
        publish(List.of(
                held, applicant(world, member, email), asked(world, "held", null), asked(world, "declined", world.bo)));
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/join-requests";
        await().atMost(SOON)
                .until(() -> browser.open(path).body(), page -> page.contains(email) && page.contains("Besvarade"));
        assertThat(browser.open("/coalitions/" + world.coalition).body()).contains("2 ansökningar väntar på svar");
        assertThat(browser.open(path).body())
                .contains(
                        "Kulturskolan i Lund", "Rektor, Kulturskolan", "Kom utan säkerhetskontroll", "3 november 2026");

        assertThat(browser.submit(path + "/" + held.id() + "/acceptance", Map.of())
                        .body())
                .contains("Ni har sagt ja");
        assertThat(NEIGHBOURS.came().getLast().path()).isEqualTo("/api/join-requests/" + held.id() + "/acceptance");

        HttpResponse<String> tooLong =
                browser.submit(path + "/" + held.id() + "/decline", Map.of("message", "x".repeat(2001)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Texten är för lång", "x".repeat(2001));
        assertThat(browser.submit(path + "/" + held.id() + "/decline", Map.of("message", "Tyvärr."))
                        .body())
                .contains("Ni har sagt nej");
        assertThat(NEIGHBOURS.came().getLast().body()).isEqualTo("{\"message\":\"Tyvärr.\"}");

        NEIGHBOURS.willAnswer(409, "{}", Map.of());
        assertThat(browser.submit(path + "/" + held.id() + "/acceptance", Map.of())
                        .body())
                .contains("Ansökan har redan besvarats");
    }

    @Test
    void before_a_new_actor_comes_of_it_those_like_it_are_shown() {
        World world = known();
        Told held = asked(world, "held", world.bo);
        publish(List.of(held));
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/join-requests";
        await().atMost(SOON).until(() -> browser.open(path).body().contains(held.id()));
        NEIGHBOURS.willAnswer(
                200,
                "{\"outcome\":\"registered\",\"similar\":[{\"id\":\"" + world.school
                        + "\",\"name\":\"Kulturskolan, Lund\"}]}",
                Map.of());

        HttpResponse<String> asked = browser.submit(path + "/" + held.id() + "/acceptance", Map.of());

        assertThat(asked.body())
                .contains("Liknande namn finns redan", "Kulturskolan, Lund", "/actors/" + world.school)
                .contains("name=\"confirmed\"");
        assertThat(NEIGHBOURS.came())
                .singleElement()
                .satisfies(came -> assertThat(came.path()).isEqualTo("/api/actors?dryRun=true"));
        assertThat(NEIGHBOURS.came().getLast().body()).contains("Kulturskolan i Lund", world.coalition, "culture");
        assertThat(browser.submit(path + "/" + held.id() + "/acceptance", Map.of("confirmed", "yes"))
                        .body())
                .contains("Ni har sagt ja");
        assertThat(NEIGHBOURS.came().getLast().path()).isEqualTo("/api/join-requests/" + held.id() + "/acceptance");

        NEIGHBOURS.willAnswer(200, "{\"outcome\":\"joined\",\"similar\":[{\"id\":\"x\",\"name\":\"X\"}]}", Map.of());
        assertThat(browser.submit(path + "/" + held.id() + "/acceptance", Map.of())
                        .body())
                .as("a known actor joins")
                .contains("Ni har sagt ja");
    }

    @Test
    void what_is_answered_is_read_page_by_page_from_the_newest() {
        World world = known();
        Told sample = asked(world, "declined", world.bo);
        List<Told> many = new ArrayList<>(List.of(asked(world, "held", world.anna)));
        for (int i = 10; i < 35; i++) {
            Map<String, Object> state = new LinkedHashMap<>(sample.state());
            String id = UUID.randomUUID().toString();
            state.put("id", id);
            state.put("organisation", "Förening " + i);
            state.put("decidedAt", "2026-11-04T10:00:%02d.000Z".formatted(i / 2));
            many.add(new Told(sample.topic(), "join-request", id, 1, sample.type(), sample.time(), state, false));
        }
        publish(many);
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/join-requests";
        String first = await().atMost(SOON)
                .until(() -> browser.open(path).body(), body -> body.contains("Förening 34") && body.contains("Äldre"));
        assertThat(first).contains("Väntar på svar", "Kulturskolan i Lund", "Förening 16");
        assertThat(first).doesNotContain("Förening 13");
        String older = first.replaceFirst("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1");

        String second = browser.open(older).body();

        List<String> all = java.util.regex.Pattern.compile("Förening \\d\\d")
                .matcher(first + second)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
        assertThat(second).contains("Till dem som väntar").doesNotContain("Väntar på svar", "Äldre");
        assertThat(browser.open(path + "?after=nonsense").body()).contains("Förening 34");
    }

    @Test
    void a_coordinator_is_told_what_there_is_to_look_at() {
        World world = known();
        String theatre = UUID.nameUUIDFromBytes("actor:östra teatern".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        Told held = asked(world, "held", world.bo);
        Map<String, Object> request = new LinkedHashMap<>(held.state());
        request.put("organisation", "Östra Teatern");
        Map<String, Object> actor = Map.of(
                "id",
                theatre,
                "name",
                "Östra teatern",
                "sector",
                "culture",
                "participations",
                List.of(Map.of("coalitionId", "elsewhere", "joinedAt", "2026-10-01T08:00:00.000Z")),
                "history",
                List.of());
        publish(List.of(
                new Told(held.topic(), "actor", theatre, 1, "actor.registered.v1", held.time(), actor, false),
                new Told(held.topic(), held.aggregate(), held.id(), 2, held.type(), held.time(), request, false)));
        Browser browser = signedIn(world.email(world.anna));
        String page = await().atMost(SOON)
                .until(
                        () -> browser.open("/coalitions/" + world.coalition + "/join-requests")
                                .body(),
                        body -> body.contains("Östra Teatern är sedan tidigare med i en annan koalition"));
        assertThat(page).contains("Bo företräder redan Ålands museum", "mailto:bo-" + world.bo + "@museum.example");
    }

    @Test
    void one_who_was_merged_is_known_as_what_it_is_now() {
        World world = known();
        Told held = asked(world, "held", world.bo);
        Told museum = world.events().stream()
                .filter(told -> told.id().equals(world.museum))
                .findFirst()
                .orElseThrow();
        String name = "Museet " + world.museum;
        publish(List.of(
                museum.like(actorId(name), Map.of("name", name, "mergedInto", world.museum)),
                held.like(held.id(), Map.of("organisation", name))));
        Browser browser = signedIn(world.email(world.anna));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(browser.open("/coalitions/" + world.coalition + "/join-requests")
                                .body())
                        .contains(name + " är redan med i koalitionen"));
    }

    private static String actorId(String name) {
        return UUID.nameUUIDFromBytes(
                        ("actor:" + name.toLowerCase(Locale.ROOT)).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    @Test
    void a_request_is_found_where_its_location_says_by_coordinators_alone() {
        World world = known();
        Told held = asked(world, "held", world.bo);
        publish(List.of(held));
        String path = "/api/join-requests/" + held.id();
        String anna = token(world.email(world.anna));

        await().atMost(SOON).until(() -> get(path, "Authorization", anna).statusCode() == 200);
        assertThat(json(path, "Authorization", anna).path("organisation").asString(""))
                .isEqualTo("Kulturskolan i Lund");
        assertThat(get(path, "Authorization", anna).headers().firstValue("ETag").orElse(""))
                .startsWith("\"1-");
        World other = known();
        for (String email : List.of(world.email(world.bo), other.email(other.anna))) {
            assertThat(get(path, "Authorization", token(email)).statusCode()).isEqualTo(404);
        }
        assertThat(get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void others_do_not_see_who_asks() {
        World world = known();
        String api = "/api/coalitions/" + world.coalition + "/join-requests";
        assertThat(get(api + "?after=nothing", "Authorization", token(world.email(world.anna)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(api).statusCode()).isEqualTo(401);
        assertThat(get(api, "Authorization", token(world.email(world.bo))).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/coalitions/nowhere/join-requests", "Authorization", token(world.email(world.anna)))
                        .statusCode())
                .isEqualTo(404);
        String page = "/coalitions/" + world.coalition + "/join-requests";
        assertThat(get(page).statusCode()).isEqualTo(401);
        Browser bo = signedIn(world.email(world.bo));
        for (Browser browser : List.of(bo, foreignCoordinator())) {
            assertThat(browser.open(page).statusCode()).isEqualTo(403);
            browser.open("/coalitions/" + world.coalition);
            assertThat(browser.submit(page + "/x/acceptance", Map.of()).statusCode())
                    .isEqualTo(403);
            assertThat(browser.submit(page + "/x/decline", Map.of()).statusCode())
                    .isEqualTo(403);
        }
        World foreign = known();
        assertThat(get(api, "Authorization", token(foreign.email(foreign.anna))).statusCode())
                .isEqualTo(403);
    }
}

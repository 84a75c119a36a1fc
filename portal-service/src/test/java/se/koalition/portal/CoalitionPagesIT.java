package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Describing a coalition, leading it through its phases, and seeing who is missing. */
class CoalitionPagesIT extends SignedIn {

    private static final Map<String, String> ANEW = Map.of(
            "name", "Fullföljd utbildning",
            "challenge", "Alla ska klara skolan",
            "purposes", "förstå\r\n\r\npröva",
            "themes", "läxhjälp, närvaro",
            "area", "1280",
            "version", "2");

    /** A world whose coalition is described and has come to this phase. */
    private World known(String phase) {
        World world = known();
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                world.coalition,
                "name",
                "Fullföljd utbildning",
                "challenge",
                "Alla ska klara skolan",
                "purposes",
                List.of("förstå"),
                "themes",
                List.of("läxhjälp", "närvaro"),
                "area",
                List.of(Map.of("code", "1281", "name", "Lund"), Map.of("code", "1280", "name", "Malmö")),
                "phase",
                phase,
                "convenors",
                List.of(world.museum),
                "startedAt",
                "2026-11-02T08:00:00.000Z"));
        if (phase.equals("concluded")) {
            state.put("concludedAt", "2027-06-18T13:00:00.000Z");
        }
        tell("coalition", world.coalition, 5, "coalition." + phase + ".v1", state);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(json("/api/coalitions/" + world.coalition)
                                .at("/area/0/name")
                                .asString(""))
                        .isEqualTo("Lund"));
        return world;
    }

    private static void tell(String aggregate, String id, long sequence, String type, Map<String, Object> state) {
        String time = "2027-06-18T13:00:00.000Z";
        state.put("history", List.of(Map.of("type", type, "time", time, "sequence", sequence)));
        publish(List.of(new Told("actor-events", aggregate, id, sequence, type, time, state, false)));
    }

    @Test
    void everyone_reads_what_it_works_with_and_where() {
        World world = known("active");

        HttpResponse<String> read = get("/api/coalitions/" + world.coalition);
        JsonNode seen = JSON.readTree(read.body());
        assertThat(seen.path("themes").toString()).isEqualTo("[\"läxhjälp\",\"närvaro\"]");
        assertThat(seen.path("phase").asString("")).isEqualTo("active");
        assertThat(read.headers().firstValue("ETag").orElse("")).startsWith("\"5-");
        assertThat(get("/coalitions/" + world.coalition).body())
                .contains("phase--active", "Pågår", "Lund, Malmö", "läxhjälp")
                .doesNotContain("/edit", "/coverage");
        assertThat(get("/").body()).contains("phase--active");
    }

    @Test
    void a_coordinator_describes_it_anew() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/edit";
        assertThat(browser.open(path).body())
                .contains("Alla ska klara skolan", "name=\"version\" value=\"2\"", "Ystad");
        assertThat(browser.submit(path, ANEW).body()).contains("Beskrivningen är sparad");

        Neighbours.Came came = NEIGHBOURS.came().getLast();
        assertThat(came.method() + " " + came.path())
                .isEqualTo("PUT /api/coalitions/" + world.coalition + "/description");
        assertThat(came.header("If-match")).isEqualTo("\"2\"");
        assertThat(JSON.readTree(came.body()).toString())
                .contains(
                        "\"purposes\":[\"förstå\",\"pröva\"]",
                        "\"themes\":[\"läxhjälp\",\"närvaro\"]",
                        "\"area\":[\"1280\"]");

        Map<String, String> everywhere = new LinkedHashMap<>(ANEW);
        everywhere.put("everywhere", "all");
        browser.open(path);
        browser.submit(path, everywhere);
        assertThat(JSON.readTree(NEIGHBOURS.came().getLast().body()).path("area"))
                .hasSize(33);
    }

    @Test
    void a_refused_description_comes_back_filled_in() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/edit";
        browser.open(path);
        NEIGHBOURS.willAnswer(412, "{}", Map.of());
        HttpResponse<String> stale = browser.submit(path, ANEW);
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Någon annan har ändrat koalitionen", "läxhjälp, närvaro");

        NEIGHBOURS.willAnswer(409, "{\"type\":\"urn:koalition:problem:coalition-concluded\"}", Map.of());
        assertThat(browser.submit(path, ANEW).body()).contains("Koalitionen är avslutad. Den tar inte emot");

        HttpResponse<String> wrong = browser.submit(
                path, Map.of("name", " ", "challenge", "x".repeat(501), "themes", "<script>", "version", "2"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("name-error", "challenge-error", "&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void a_coordinator_begins_the_work_after_a_click() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition;
        assertThat(browser.open(path).body()).contains(path + "/activate").doesNotContain(path + "/conclude");
        assertThat(browser.open(path + "/conclude").uri().getPath()).isEqualTo(path + "/conclude");
        browser.open(path + "/activate");
        assertThat(NEIGHBOURS.came()).isEmpty();
        assertThat(browser.submit(path + "/activate", Map.of()).body()).contains("Koalitionen har börjat arbeta");
        assertThat(NEIGHBOURS.came().getLast().path()).isEqualTo("/api/coalitions/" + world.coalition + "/activation");
    }

    @Test
    void a_coordinator_concludes_it_knowing_that_it_cannot_be_undone() {
        World world = known("active");
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/conclude";
        assertThat(browser.open(path).body()).contains("Det går inte att ångra");
        NEIGHBOURS.willAnswer(409, "{\"type\":\"urn:koalition:problem:conflict\"}", Map.of());
        HttpResponse<String> refused = browser.submit(path, Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Någon annan har ändrat koalitionen");
        NEIGHBOURS.forget();
        assertThat(browser.submit(path, Map.of()).body()).contains("Koalitionen är avslutad. Tack");
        assertThat(NEIGHBOURS.came().getLast().path()).isEqualTo("/api/coalitions/" + world.coalition + "/conclusion");
    }

    @Test
    void a_concluded_coalition_is_read_and_offers_nothing_that_is_refused() {
        World world = known("concluded");
        Browser browser = signedIn(world.email(world.anna));
        assertThat(browser.open("/coalitions/" + world.coalition).body())
                .contains("Avslutad", "Koalitionen avslutades den 18 juni 2027", "Första mötet", "/coverage")
                .contains("/members\"", "/audit\"", "/actors.csv\"", "/join-requests\"")
                .doesNotContain("/meetings/new", "/insights/new", "/edit", "/convenors", "/conclude\"")
                .doesNotContain("/actors/new", "/actors/import\"");
        assertThat(browser.open("/meetings/" + world.meeting).body())
                .contains("/cancel")
                .doesNotContain("/move");
        assertThat(browser.open("/actors/" + world.museum).body()).doesNotContain("/leave/");

        publish(List.of(JoiningIT.asked(world, "held", world.bo)));
        publish(world.exchange());
        await().atMost(SOON).until(() -> !token(world.email(world.carin)).equals("Bearer "));
        Browser carin = signedIn(world.email(world.carin));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(carin.open("/coalitions/" + world.coalition + "/exchange")
                                .body())
                        .contains("Läxhjälp på kvällar", "Scen och läxhjälp")
                        .doesNotContain("/needs/new", "/offers/new"));
        assertThat(carin.open("/offers/" + world.stage).body()).doesNotContain("Ta kontakt", "kan passa", "/needs/new");
        assertThat(carin.open("/needs/" + world.need).body())
                .contains("/close")
                .doesNotContain("/edit", "/renew", "kan passa", "Ta kontakt");
        assertThat(browser.open("/coalitions/" + world.coalition + "/exchange").body())
                .doesNotContain("/proposals");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(browser.open("/coalitions/" + world.coalition + "/join-requests")
                                .body())
                        .contains("/decline", "behöver ändå ett svar")
                        .doesNotContain("/acceptance"));
    }

    @Test
    void a_coordinator_names_the_convenors() {
        World world = known("active");
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/convenors";
        assertThat(browser.open("/coalitions/" + world.coalition).body()).contains("href=\"" + path + "\"");
        String form = browser.open(path).body();
        assertThat(form).containsSubsequence("value=\"" + world.museum + "\" checked", "value=\"" + world.school);

        NEIGHBOURS.willAnswer(
                400, "{\"errors\":[{\"field\":\"actorIds[0]\",\"message\":\"takes no part\"}]}", Map.of());
        HttpResponse<String> refused = browser.submit(path, Map.of("actorIds", world.school));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("actorIds-error", "inte längre med i koalitionen")
                .containsSubsequence("value=\"" + world.school + "\" checked", "value=\"" + world.museum);
        NEIGHBOURS.forget();
        String many = String.join(",", Collections.nCopies(51, world.school));
        assertThat(browser.submit(path, Map.of("actorIds", many)).body()).contains("Välj högst 50 aktörer");
        assertThat(NEIGHBOURS.came()).isEmpty();

        assertThat(browser.submit(path, Map.of("actorIds", world.school)).body())
                .contains("De sammankallande är sparade");
        assertThat(NEIGHBOURS.came().getLast().method() + " "
                        + NEIGHBOURS.came().getLast().path())
                .isEqualTo("PUT /api" + path);
        assertThat(NEIGHBOURS.came().getLast().body()).isEqualTo("{\"actorIds\":[\"" + world.school + "\"]}");
        browser.submit(path, Map.of());
        assertThat(NEIGHBOURS.came().getLast().body()).as("nobody any more").isEqualTo("{\"actorIds\":[]}");
    }

    @Test
    void nobody_else_changes_it() {
        World world = known();
        World foreign = known();
        for (String email : List.of(world.email(world.bo), foreign.email(foreign.anna))) {
            Browser browser = signedIn(email);
            for (String page : List.of("edit", "convenors", "activate", "conclude")) {
                String path = "/coalitions/" + world.coalition + "/" + page;
                assertThat(browser.open(path).statusCode()).as(path).isEqualTo(403);
                assertThat(browser.submit(path, ANEW).statusCode()).as(path).isEqualTo(403);
                assertThat(get(path).statusCode()).as(path).isEqualTo(401);
            }
        }
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void members_see_who_is_missing_and_whom_to_ask() {
        World world = known("active");
        String theatre = UUID.randomUUID().toString();
        String name = "Teatern " + theatre;
        tell(
                "actor",
                theatre,
                1,
                "actor.registered.v1",
                new LinkedHashMap<>(Map.of(
                        "id",
                        theatre,
                        "name",
                        name,
                        "sector",
                        "culture",
                        "municipality",
                        "Lund",
                        "participations",
                        List.of())));
        String anna = token(world.email(world.anna));
        String path = "/api/coalitions/" + world.coalition + "/coverage";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(path + "?sector=culture", "Authorization", anna)
                                .body())
                        .contains(name));

        JsonNode coverage = json(path, "Authorization", anna);
        assertThat(coverage.path("areaSet").asBoolean()).isTrue();
        assertThat(coverage.path("themes").toString())
                .isEqualTo("[{\"theme\":\"läxhjälp\",\"actors\":1},{\"theme\":\"närvaro\",\"actors\":0}]");
        assertThat(coverage.path("withoutTheme").asInt()).isOne();
        assertThat(coverage.path("rows")).hasSize(3);
        assertThat(json(path + "?theme=l%C3%A4xhj%C3%A4lp&sector=region", "Authorization", anna)
                        .path("missing")
                        .findValuesAsString("sector"))
                .hasSize(2)
                .containsOnly("region");
        assertThat(get(path + "?theme=okänt".replace("ä", "%C3%A4"), "Authorization", anna)
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(path + "?sector=hobby", "Authorization", anna).statusCode())
                .isEqualTo(400);

        Browser browser = signedIn(world.email(world.bo));
        assertThat(browser.open("/coalitions/" + world.coalition + "/coverage?sector=culture")
                        .body())
                .contains("Kultur i Lund", name, "Ingen aktör från kommunen är med.", "14 av 14 rutor är tomma")
                .contains("href=\"/actors/" + theatre + "\"")
                .doesNotContain("Kultur i Malmö stad", "Välj kommuner", "/actors/new");
        Browser coordinator = signedIn(world.email(world.anna));
        String add = "/coalitions/" + world.coalition + "/actors/new?name=Teatern%20" + theatre + "&amp;sector=culture";
        assertThat(coordinator
                        .open("/coalitions/" + world.coalition + "/coverage?sector=culture")
                        .body())
                .contains("href=\"" + add + "\"");
        assertThat(coordinator.open(add.replace("&amp;", "&")).body())
                .contains("value=\"" + name + "\"", "value=\"culture\" selected");
        assertThat(browser.open("/coalitions/" + world.coalition + "/coverage?theme=l%C3%A4xhj%C3%A4lp&lang=en")
                        .body())
                .contains("Actors that have named läxhjälp", "The sector has named läxhjälp in 0 of 2 municipalities.");
    }

    @Test
    void others_do_not() {
        World world = known();
        World foreign = known();
        String path = "/api/coalitions/" + world.coalition + "/coverage";
        assertThat(get(path).statusCode()).isEqualTo(401);
        assertThat(get(path, "Authorization", token(foreign.email(foreign.anna)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/api/coalitions/nowhere/coverage", "Authorization", token(foreign.email(foreign.anna)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/coalitions/" + world.coalition + "/coverage").statusCode())
                .isEqualTo(401);
        Browser browser = signedIn(foreign.email(foreign.anna));
        assertThat(browser.open("/coalitions/" + world.coalition + "/coverage").statusCode())
                .isEqualTo(403);
        assertThat(browser.open("/coalitions/" + foreign.coalition + "/coverage")
                        .body())
                .contains("har inte sagt vilka kommuner", "Välj kommuner");
    }
}

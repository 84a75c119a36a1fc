package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import se.koalition.portal.settings.Settings;
import tools.jackson.databind.JsonNode;

/** Who sits where, and how members come, go and are forgotten. */
class MembersIT extends SignedIn {

    private static final String CONFLICT = "{\"type\":\"urn:koalition:problem:conflict\"}";

    private static final Map<String, String> CIA =
            Map.of("name", "Cia", "email", "cia@museum.example", "key", "8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f");

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Settings settings;

    private static Neighbours.Came came() {
        return NEIGHBOURS.came().getLast();
    }

    private static String done(Neighbours.Came came) {
        return came.method() + " " + came.path() + " " + came.body();
    }

    @Test
    void names_are_for_the_coalition_and_addresses_for_oneself() {
        World world = known();
        String path = "/api/coalitions/" + world.coalition + "/members";
        String bo = token(world.email(world.bo));

        JsonNode members = json(path, "Authorization", bo).path("items");
        assertThat(members.at("/0/name").asString("")).isEqualTo("Anna");
        assertThat(members.at("/0/coordinator").asBoolean(false)).isTrue();
        assertThat(members.at("/1/actor").asString("")).isEqualTo("Ålands museum");
        assertThat(members.toString()).doesNotContain("@");
        assertThat(get(path).statusCode()).isEqualTo(401);
        assertThat(get("/api/coalitions/" + known().coalition + "/members", "Authorization", bo)
                        .statusCode())
                .isEqualTo(403);
        assertThat(json("/api/members/" + world.bo, "Authorization", bo)
                        .path("email")
                        .asString(""))
                .isEqualTo(world.email(world.bo));
        assertThat(get("/api/members/" + world.anna, "Authorization", bo).statusCode())
                .isEqualTo(403);
    }

    @Test
    void members_come_page_by_page() {
        World world = known();
        Told bo = world.events().stream()
                .filter(told -> told.id().equals(world.bo))
                .findFirst()
                .orElseThrow();
        publish(Stream.generate(() -> UUID.randomUUID().toString())
                .limit(60)
                .map(id -> bo.like(id, Map.of("email", id + "@museum.example", "name", "Cia " + id.charAt(0))))
                .toList());
        String path = "/api/coalitions/" + world.coalition + "/members";
        String token = token(world.email(world.bo));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pages(path, token))
                        .hasSize(62)
                        .doesNotHaveDuplicates()
                        .startsWith(world.anna, world.bo));
        assertThat(json(path, "Authorization", token).path("items")).hasSize(50);
        assertThat(get(path + "?after=nobody", "Authorization", token).statusCode())
                .isEqualTo(400);
    }

    private List<String> pages(String path, String token) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(path + after, "Authorization", token);
            page.path("items").forEach(item -> ids.add(item.path("id").asString("")));
            after = page.has("next") ? "?after=" + page.path("next").asString("") : "";
        } while (!after.isEmpty());
        return ids;
    }

    @Test
    void a_member_changes_their_name_and_language() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        assertThat(browser.open("/me").body()).contains("Min sida", "Ålands museum", world.email(world.bo));

        assertThat(browser.submit("/me", Map.of("name", " Bo B ", "language", "en", "version", "1"))
                        .body())
                .contains("Dina uppgifter är sparade");
        assertThat(done(came()))
                .startsWith("PUT /api/members/" + world.bo + "/description")
                .contains("\"name\":\"Bo B\"", "\"language\":\"en\"");
        assertThat(came().header("If-match")).isEqualTo("\"1\"");

        NEIGHBOURS.willAnswer(412, "{}", Map.of());
        HttpResponse<String> refused = browser.submit("/me", Map.of("name", "Bo C", "language", "sv", "version", "1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Bo C", "har ändrats under tiden");
        assertThat(browser.submit("/me", Map.of("name", " ")).body()).contains("name-error");
    }

    @Test
    void a_colleague_is_added_by_who_represents_the_actor() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String path = "/actors/" + world.museum + "/members/new";
        browser.open(path + "?back=/me");
        NEIGHBOURS.willAnswer(201, "{\"id\":\"x\"}", Map.of());

        assertThat(browser.submit(path, CIA).body()).contains("Personen är tillagd");
        assertThat(done(came()))
                .isEqualTo("POST /api/actors/" + world.museum
                        + "/members {\"name\":\"Cia\",\"email\":\"cia@museum.example\",\"language\":\"sv\"}");
        assertThat(came().header("Idempotency-key")).isEqualTo(CIA.get("key"));

        NEIGHBOURS.willAnswer(409, CONFLICT, Map.of());
        HttpResponse<String> taken = browser.submit(path, CIA);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("Adressen tillhör någon som redan är medlem", "cia@museum.example");
        NEIGHBOURS.willAnswer(409, "{\"type\":\"urn:koalition:problem:coalition-concluded\"}", Map.of());
        assertThat(browser.submit(path, CIA).body())
                .contains("Koalitionen är avslutad")
                .doesNotContain("Adressen tillhör");
        NEIGHBOURS.willAnswer(404, "{\"type\":\"urn:koalition:problem:not-found\"}", Map.of());
        assertThat(browser.submit(path, CIA).body())
                .contains("Någon annan har ändrat något under tiden")
                .doesNotContain("Adressen tillhör");
        assertThat(browser.submit(path, Map.of("back", "https://evil.example/")).body())
                .contains("email-error")
                .doesNotContain("evil");
        assertThat(browser.open("/actors/" + world.school + "/members/new").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_coordinator_gives_roles_and_names_deputies() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String page = "/coalitions/" + world.coalition + "/members";
        assertThat(browser.open(page).body())
                .contains("Ålands museum", "Bo", "Utan aktör", "Ingen företräder aktören än");

        assertThat(browser.submit("/members/" + world.bo + "/deputy", Map.of("deputy", "true", "back", page))
                        .body())
                .contains("Ändringen är sparad");
        assertThat(done(came())).isEqualTo("PUT /api/members/" + world.bo + "/deputy {\"deputy\":true}");

        browser.submit("/coalitions/" + world.coalition + "/coordinators/" + world.bo, Map.of("coordinator", "true"));
        assertThat(done(came())).startsWith("PUT /api/coalitions/" + world.coalition + "/coordinators/" + world.bo);
        NEIGHBOURS.willAnswer(409, CONFLICT, Map.of());
        assertThat(browser.submit(
                                "/coalitions/" + world.coalition + "/coordinators/" + world.anna,
                                Map.of("coordinator", "false"))
                        .body())
                .contains("Ingen annan samordnar");
        assertThat(came().method()).isEqualTo("DELETE");
        NEIGHBOURS.forget();
        for (Browser other : List.of(signedIn(world.email(world.bo)), foreignCoordinator())) {
            assertThat(other.open(page).statusCode()).isEqualTo(403);
            assertThat(other.submit(
                                    "/coalitions/" + world.coalition + "/coordinators/" + world.bo,
                                    Map.of("coordinator", "true"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void what_was_refused_is_told_by_its_reason() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        browser.open("/coalitions/" + world.coalition + "/members");
        String path = "/members/" + world.bo + "/deputy";
        NEIGHBOURS.willAnswer(403, "{}", Map.of());
        assertThat(browser.submit(path, Map.of("deputy", "true")).body()).contains("Du har inte rätt att göra det här");
        NEIGHBOURS.willAnswer(409, "{\"type\":\"urn:koalition:problem:coalition-concluded\"}", Map.of());
        assertThat(browser.submit(path, Map.of("deputy", "true")).body()).contains("Koalitionen är avslutad");
        NEIGHBOURS.willAnswer(503, "{}", Map.of());
        assertThat(browser.submit(path, Map.of("deputy", "true")).body()).contains("Det gick inte att spara just nu");
        NEIGHBOURS.willAnswer(400, "{\"errors\":[{\"field\":\"deputy\"}]}", Map.of());
        assertThat(browser.submit(path, Map.of("deputy", "true")).body()).contains("Ladda om sidan och försök igen");
    }

    @Test
    void whoever_gives_up_coordinating_confirms_it_and_is_told_on_a_page_that_they_may_see() {
        World world = known();
        Browser anna = signedIn(world.email(world.anna));
        String members = "/coalitions/" + world.coalition + "/members";
        String path = "/coalitions/" + world.coalition + "/coordinators/" + world.anna;
        assertThat(anna.open(members).body()).contains(path + "/withdraw");
        assertThat(anna.open(path + "/withdraw?back=" + members).body())
                .contains("Sluta samordna", "Bara en annan samordnare", "value=\"" + members + "\"");
        assertThat(NEIGHBOURS.came()).isEmpty();

        HttpResponse<String> done = anna.submit(path, Map.of("coordinator", "false", "back", members));

        assertThat(done.uri().getPath()).isEqualTo("/coalitions/" + world.coalition);
        assertThat(done.body()).contains("Du är inte längre samordnare");
        assertThat(came().method()).isEqualTo("DELETE");
        assertThat(anna.open("/coalitions/" + world.coalition + "/coordinators/" + world.bo + "/withdraw")
                        .statusCode())
                .isEqualTo(404);
        World foreign = known();
        assertThat(signedIn(foreign.email(foreign.anna))
                        .open(path + "/withdraw")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(path + "/withdraw").statusCode()).isEqualTo(401);
    }

    @Test
    void who_leaves_names_a_successor_and_is_signed_out() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String path = "/members/" + world.bo + "/leave";
        assertThat(browser.open(path).body()).contains("Lämna din plats", "Ålands museum");
        NEIGHBOURS.willAnswer(201, "{\"id\":\"x\"}", Map.of());

        assertThat(browser.submit(
                                path,
                                Map.of(
                                        "reason",
                                        "Ny tjänst",
                                        "name",
                                        "Cia",
                                        "email",
                                        "cia@museum.example",
                                        "language",
                                        "sv",
                                        "key",
                                        String.valueOf(CIA.get("key"))))
                        .body())
                .contains("Du har lämnat din plats");
        List<Neighbours.Came> all = NEIGHBOURS.came();
        assertThat(done(all.getFirst())).contains("/members", "\"successorOf\":\"" + world.bo + "\"");
        assertThat(done(all.getLast()))
                .isEqualTo("POST /api/members/" + world.bo + "/departure {\"reason\":\"Ny tjänst\"}");
        assertThat(browser.open("/me").statusCode()).isEqualTo(401);
        assertThat(signedIn(world.email(world.bo))
                        .open("/members/" + world.anna + "/leave")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_last_coordinator_is_told_what_to_do() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        browser.open("/members/" + world.anna + "/leave");
        NEIGHBOURS.willAnswer(409, "{}", Map.of());

        HttpResponse<String> refused = browser.submit("/members/" + world.anna + "/leave", Map.of("reason", "Slut"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Ingen annan samordnar", "Slut");
    }

    @Test
    void nobody_succeeds_before_it_is_known_that_the_other_can_leave() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String path = "/members/" + world.bo + "/leave";
        browser.open(path);
        Map<String, String> form = new HashMap<>(CIA);
        form.put("reason", "x".repeat(1001));
        form.put("language", "sv");

        HttpResponse<String> refused = browser.submit(path, form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("reason-error", "cia@museum.example", "x".repeat(1001));
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void who_belongs_without_a_seat_leaves_the_coalition_alone() {
        World world = known();
        String dan = UUID.randomUUID().toString();
        publish(world.admitted(dan));
        Browser browser = signedIn(world.email(world.anna));
        String list = "/coalitions/" + world.coalition + "/members";
        String path = "/members/" + dan + "/leave";
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(browser.open(list).body()).contains("Dan", path + "?coalition=" + world.coalition));
        assertThat(browser.open(path + "?coalition=" + world.coalition).body())
                .contains("Dan lämnar koalitionen")
                .doesNotContain("Vem tar över?");

        assertThat(browser.submit(path, Map.of("coalition", world.coalition, "back", list))
                        .body())
                .contains("Personen har lämnat");

        assertThat(done(came()))
                .isEqualTo("POST /api/members/" + dan + "/departure {\"coalitionId\":\"" + world.coalition + "\"}");
        World other = known();
        assertThat(signedIn(other.email(other.anna))
                        .open(path + "?coalition=" + world.coalition)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void who_left_is_signed_in_nowhere_and_may_not_answer() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String link = link(new Browser(port), world.email(world.bo));
        String bearer = token(world.email(world.bo));

        publish(world.leaving(world.bo));

        // Nobody uses the session meanwhile: a request under way would store it once more.
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(documentsWith("sessions", world.bo)).isEmpty());
        assertThat(browser.open("/me").statusCode()).isEqualTo(401);
        assertThat(token(world.email(world.bo))).isEqualTo("Bearer ");
        assertThat(get("/api/insights/" + world.secret, "Authorization", bearer).statusCode())
                .isEqualTo(404);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(documentsWith("sign_in_tokens", world.bo)).isEmpty());
        Browser late = new Browser(port);
        late.open(link);
        assertThat(late.submit("/login/ott", Map.of("token", link.replaceFirst(".*token=([^&]+).*", "$1")))
                        .body())
                .contains("Länken gäller inte");
        String answer = new Links(settings).link(world.meeting, world.bo, 1);
        assertThat(get("/answers/" + answer).body()).contains("Länken gäller inte längre");
    }

    @Test
    void nothing_in_the_store_tells_who_was_erased() {
        World world = known();
        signedIn(world.email(world.bo));
        String path = "/api/coalitions/" + world.coalition;
        String anna = token(world.email(world.anna));
        assertThat(get(path, "Authorization", anna).body()).contains("Bo, Ålands museum");

        publish(world.erasing(world.bo));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(path, "Authorization", anna).body())
                        .contains("Inre lärande")
                        .doesNotContain("Bo, ", "erased"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mongo.getCollectionNames())
                        .isNotEmpty()
                        .allSatisfy(collection -> assertThat(documentsWith(collection, world.email(world.bo)))
                                .isEmpty()));
        assertThat(documentsWith("member", world.bo))
                .singleElement()
                .satisfies(member -> assertThat(member).doesNotContain("\"Bo\""));
    }

    private List<String> documentsWith(String collection, String text) {
        return mongo.getCollection(collection).find().into(new ArrayList<>()).stream()
                .map(document -> document.toJson())
                .filter(json -> json.contains(text))
                .toList();
    }

    @Test
    void who_is_erased_confirms_it_first() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String path = "/members/" + world.bo + "/erase";
        assertThat(browser.open(path).body()).contains("Det går inte att ångra", "28 dagar");

        assertThat(browser.submit(path, Map.of()).body()).contains("Dina uppgifter är raderade");

        assertThat(done(came())).startsWith("DELETE /api/members/" + world.bo);
        Browser other = signedIn(world.email(world.anna));
        assertThat(other.open(path).statusCode())
                .as("not as long as they are there")
                .isEqualTo(403);
        publish(world.leaving(world.bo));
        String list = "/coalitions/" + world.coalition + "/members";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(other.open(list).body()).contains("Har lämnat", "Radera uppgifter"));
        assertThat(other.open(path).statusCode()).isEqualTo(200);
        assertThat(other.submit(path, Map.of("back", list)).body()).contains("Uppgifterna är raderade");
    }

    @Test
    void what_is_stored_is_collected_and_a_service_that_is_away_is_named() {
        World world = known();
        String path = "/api/members/" + world.bo + "/data";
        NEIGHBOURS.willAnswer(200, "{\"kept\":1}", Map.of("Content-Type", "application/json"));

        JsonNode data = json(path, "Authorization", token(world.email(world.bo)));

        assertThat(data.at("/portal/member/email").asString("")).isEqualTo(world.email(world.bo));
        assertThat(data.at("/services/insight-service/kept").asInt(0)).isOne();
        assertThat(data.path("missing")).isEmpty();
        assertThat(data.at("/portal/about"))
                .as("by others")
                .anyMatch(deed -> deed.path("type").asString("").equals("member.added"))
                .noneMatch(deed -> deed.has("member"));
        assertThat(data.at("/portal/did"))
                .noneMatch(deed -> deed.path("type").asString("").equals("member.added"));
        assertThat(NEIGHBOURS.came())
                .hasSize(4)
                .allSatisfy(came -> assertThat(came.method() + came.path()).isEqualTo("GET" + path));
        NEIGHBOURS.willAnswer(503, "", Map.of());
        assertThat(json(path, "Authorization", token(world.email(world.bo))).path("missing"))
                .hasSize(4);
        assertThat(get(path, "Authorization", token(world.email(world.anna))).statusCode())
                .isEqualTo(403);
        assertThat(get(path).statusCode()).isEqualTo(401);

        NEIGHBOURS.willAnswer(403, "{\"type\":\"urn:koalition:problem:forbidden\"}", Map.of());
        HttpRequest.Builder tried = to("/api/members/" + world.anna)
                .header("Authorization", token(world.email(world.bo)))
                .DELETE();
        assertThat(send(browser(), tried).statusCode()).isEqualTo(403);
        JsonNode refused = json(path, "Authorization", token(world.email(world.bo)))
                .at("/portal/did")
                .path(0);
        assertThat(refused.path("type").asString("")).isEqualTo("refused.delete.members");
        assertThat(refused.path("status").asInt(0)).isEqualTo(403);

        HttpResponse<String> file = signedIn(world.email(world.bo)).open("/me/data");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("koalition.json");
        assertThat(file.body()).contains(world.email(world.bo));
    }

    @Test
    void strangers_are_sent_away() {
        World world = known();
        for (String path : List.of(
                "/me",
                "/me/data",
                "/members/" + world.bo + "/leave",
                "/members/" + world.bo + "/erase",
                "/actors/" + world.museum + "/members/new",
                "/coalitions/" + world.coalition + "/members",
                "/coalitions/" + world.coalition + "/members?former=x")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        }
        HttpRequest.Builder change = to("/api/members/" + world.bo).DELETE();
        assertThat(send(browser(), change).statusCode()).isEqualTo(401);
    }
}

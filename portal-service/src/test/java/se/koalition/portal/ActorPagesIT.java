package se.koalition.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people do with actors on pages. */
class ActorPagesIT extends SignedIn {

    private static final Map<String, String> FORM = Map.of(
            "name", "Ålands museum",
            "sector", "culture",
            "website", "https://museum.example",
            "organisationNumber", "212000-1125",
            "version", "2");
    private static final String REFUSED = "{\"type\":\"urn:koalition:problem:invalid-input\",\"errors\":[%s]}";

    /** The museum as it is after something has happened to it. */
    private void museum(
            World world, long sequence, List<Map<String, Object>> former, @Nullable String into, boolean present) {
        museum(
                world,
                sequence,
                former,
                into,
                present
                        ? List.of(Map.of("coalitionId", world.coalition, "joinedAt", "2026-12-01T08:00:00.000Z"))
                        : List.of());
    }

    private void museum(
            World world,
            long sequence,
            List<Map<String, Object>> former,
            @Nullable String into,
            List<Map<String, Object>> participations) {
        Map<String, Object> state = new HashMap<>(Map.of(
                "id", world.museum,
                "name", "Ålands museum",
                "sector", "culture",
                "municipality", "Malmö",
                "municipalityCode", "1280",
                "website", "https://museum.example",
                "description", "Ett museum.\n<b>Vid havet</b>.",
                "registeredAt", "2026-11-02T08:00:00.000Z",
                "formerParticipations", former));
        state.put("participations", participations);
        state.put(
                "history",
                List.of(Map.of("type", "actor.described.v1", "time", "2026-12-01T08:00:00Z", "sequence", sequence)));
        if (into != null) {
            state.put("mergedInto", into);
        }
        publish(List.of(new Told(
                "actor-events",
                "actor",
                world.museum,
                sequence,
                "actor.described.v1",
                "2026-12-01T08:00:00.000Z",
                state,
                false)));
        await().atMost(SOON)
                .until(() -> get("/api/actors/" + world.museum).headers().firstValue("ETag").stream()
                        .anyMatch(etag -> etag.startsWith("\"" + sequence + "-")));
    }

    private static Map<String, Object> left(World world) {
        return Map.of(
                "coalitionId", world.coalition,
                "joinedAt", "2026-11-02T08:05:00.000Z",
                "leftAt", "2026-11-20T08:00:00.000Z",
                "reason", "Ombyggnad");
    }

    @Test
    void everyone_reads_about_an_actor_and_finds_it_from_its_coalition() {
        World world = known();
        museum(world, 3, List.of(), null, true);

        assertThat(get("/coalitions/" + world.coalition).body()).contains("href=\"/actors/" + world.museum + "\"");
        assertThat(get("/actors/" + world.museum).body())
                .contains("Ålands museum", "Malmö", "https://museum.example", "Fullföljd utbildning", "Kultur")
                .contains("&lt;b&gt;Vid havet")
                .doesNotContain("/edit", "/merge", "/leave/");
        assertThat(get("/actors/" + world.museum + "?lang=en").body()).contains("Takes part in");
        assertThat(get("/actors/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void leaving_shows_in_the_activity_once_and_its_reason_to_members_only() {
        World world = known();
        museum(world, 3, List.of(left(world)), null, false);
        museum(world, 4, List.of(left(world)), null, true);

        await().atMost(SOON).untilAsserted(() -> {
            List<String> types = new ArrayList<>();
            json("/api/coalitions/" + world.coalition + "/activity")
                    .path("items")
                    .forEach(item -> types.add(item.path("type").asString("") + " "
                            + item.path("title").asString("")));
            assertThat(types)
                    .filteredOn(type -> type.endsWith("Ålands museum"))
                    .containsOnly("actor.joined-coalition Ålands museum", "actor.left-coalition Ålands museum");
            assertThat(types).containsOnlyOnce("actor.left-coalition Ålands museum");
            assertThat(get("/coalitions/" + world.coalition).body()).contains("Ålands museum lämnade koalitionen");
        });
        assertThat(get("/actors/" + world.museum).body())
                .contains("Har varit med i")
                .doesNotContain("Ombyggnad");
        assertThat(get("/api/actors/" + world.museum).body()).contains("leftAt").doesNotContain("Ombyggnad");
        String anna = token(world.email(world.anna));
        assertThat(get("/api/actors/" + world.museum, "Authorization", anna).body())
                .contains("Ombyggnad");
        assertThat(signedIn(world.email(world.anna))
                        .open("/actors/" + world.museum)
                        .body())
                .contains("Ombyggnad");
    }

    @Test
    void a_duplicates_address_leads_to_the_actor_that_it_is() {
        World world = known();
        museum(world, 3, List.of(), world.school, false);

        assertThat(get("/actors/" + world.museum).body()).contains("Östra skolan");
        assertThat(json("/api/actors/" + world.museum).path("mergedInto").asString(""))
                .isEqualTo(world.school);
    }

    @Test
    void a_member_of_the_actor_keeps_it_right() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String path = "/actors/" + world.museum + "/edit";
        assertThat(browser.open(path).body()).contains("value=\"Ålands museum\"", "name=\"version\" value=\"2\"");

        assertThat(browser.submit(path, FORM).body()).contains("Uppgifterna är sparade");

        Neighbours.Came came = NEIGHBOURS.came().getLast();
        assertThat(came.method() + " " + came.path()).isEqualTo("PUT /api/actors/" + world.museum + "/description");
        assertThat(came.header("If-match")).isEqualTo("\"2\"");
        assertThat(came.body()).contains("\"name\":\"Ålands museum\"").doesNotContain("municipality", "version");
    }

    @Test
    void a_refused_form_comes_back_filled_in_with_reasons_in_plain_words() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/actors/" + world.museum + "/edit";
        browser.open(path);
        NEIGHBOURS.willAnswer(
                400,
                REFUSED.formatted(
                        "{\"field\":\"organisationNumber\",\"message\":\"no\"},{\"field\":\"name\",\"message\":\"no\",\"code\":\"other-name\"}"),
                Map.of("Content-Type", "application/problem+json"));

        HttpResponse<String> refused = browser.submit(path, FORM);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("organisationNumber-error", "ingen siffra är fel", "212000-1125", "slå sedan ihop de två");
        NEIGHBOURS.willAnswer(
                400,
                REFUSED.formatted("{\"field\":\"description\",\"message\":\"wire talk\",\"code\":\"too-long\"},"
                        + "{\"field\":\"municipality\",\"message\":\"wire talk\",\"code\":\"unheard-of\"}"),
                Map.of());
        assertThat(browser.submit(path, FORM).body())
                .contains("Texten är för lång. Korta den.", "Det här går inte att använda som det är skrivet");
        assertThat(browser.submit(path + "?lang=en", FORM).body())
                .contains("The text is too long. Shorten it.", "We cannot take this as it is written")
                .doesNotContain("wire talk");
        browser.open(path + "?lang=sv");
        NEIGHBOURS.willAnswer(412, "{}", Map.of());
        assertThat(browser.submit(path, FORM).body()).contains("Någon annan har ändrat aktören");
        HttpResponse<String> empty = browser.submit(path, Map.of("name", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("name-error", "Fyll i fältet.", "sector-error");
    }

    @Test
    void who_may_not_is_told_so() {
        World world = known();
        Browser bo = signedIn(world.email(world.bo));

        Browser foreign = foreignCoordinator();
        for (String page : List.of("/edit", "/merge", "/leave/" + world.coalition)) {
            assertThat(foreign.open("/actors/" + world.museum + page).statusCode())
                    .as(page)
                    .isEqualTo(403);
        }
        assertThat(bo.open("/actors/" + world.school + "/edit").statusCode()).isEqualTo(403);
        assertThat(bo.open("/actors/" + world.museum + "/merge").statusCode()).isEqualTo(403);
        assertThat(bo.open("/actors/" + world.school + "/leave/" + world.coalition)
                        .statusCode())
                .isEqualTo(403);
        for (String page : List.of("/actors/new", "/actors/import", "/actors/imports/" + world.list, "/actors.csv")) {
            String path = "/coalitions/" + world.coalition + page;
            assertThat(bo.open(path).statusCode()).as(path).isEqualTo(403);
            assertThat(foreign.open(path).statusCode()).as(path).isEqualTo(403);
            assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(get("/actors/" + world.museum + "/edit").statusCode()).isEqualTo(401);
    }

    @Test
    void a_coalition_that_the_actor_joined_later_has_no_say_about_its_name_and_seats() {
        World world = known();
        World first = known();
        museum(
                world,
                3,
                List.of(),
                null,
                List.of(
                        Map.of("coalitionId", world.coalition, "joinedAt", "2026-12-01T08:00:00.000Z"),
                        Map.of("coalitionId", first.coalition, "joinedAt", "2026-10-01T08:00:00.000Z")));
        Browser later = signedIn(world.email(world.anna));
        String actor = "/actors/" + world.museum;

        assertThat(later.open(actor).body()).contains("Bo").doesNotContain("/edit", "/merge", "/members/new");
        for (String path :
                List.of(actor + "/edit", actor + "/merge", actor + "/members/new", "/members/" + world.bo + "/leave")) {
            assertThat(later.open(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(later.open("/coalitions/" + world.coalition + "/members").body())
                .contains("var med i Fullföljd utbildning först", "/coordinators/" + world.bo)
                .doesNotContain("/members/" + world.bo + "/deputy", "/members/" + world.bo + "/leave");
        assertThat(later.open("/actors/" + world.school + "/merge").body()).doesNotContain(world.museum);

        Browser home = signedIn(first.email(first.anna));
        assertThat(home.open(actor).body()).contains("/edit", "/merge", "/members/new");
        assertThat(home.open("/members/" + world.bo + "/leave").statusCode()).isEqualTo(200);
    }

    @Test
    void an_actor_leaves() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String path = "/actors/" + world.museum + "/leave/" + world.coalition;
        assertThat(browser.open(path).body()).contains("Ålands museum", "Fullföljd utbildning");
        NEIGHBOURS.willAnswer(409, "{}", Map.of());
        assertThat(browser.submit(path, Map.of("reason", "Ombyggnad")).body())
                .contains("Ombyggnad", "Någon annan har ändrat aktören");
        NEIGHBOURS.forget();

        assertThat(browser.submit(path, Map.of("reason", "Ombyggnad")).body()).contains("har lämnat koalitionen");

        assertThat(NEIGHBOURS.came().getLast().path()).isEqualTo("/api/actors/" + world.museum + "/departures");
        assertThat(NEIGHBOURS.came().getLast().body()).contains("\"reason\":\"Ombyggnad\"", world.coalition);
        assertThat(browser.open("/actors/" + world.museum + "/leave/elsewhere").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_coordinator_merges_a_duplicate() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/actors/" + world.school + "/merge";
        assertThat(browser.open(path).body()).contains("value=\"" + world.museum + "\"");
        assertThat(browser.submit(path, Map.of()).body()).contains("duplicateId-error");

        assertThat(browser.submit(path, Map.of("duplicateId", world.museum)).body())
                .contains("Aktörerna är ihopslagna");

        assertThat(NEIGHBOURS.came().getLast().path()).isEqualTo("/api/actors/" + world.school + "/mergers");
        assertThat(NEIGHBOURS.came().getLast().body()).isEqualTo("{\"duplicateId\":\"" + world.museum + "\"}");
    }

    @Test
    void before_there_are_two_of_the_same_those_like_it_are_shown() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/actors/new";
        browser.open(path);
        Map<String, String> form = Map.of("name", "Östra skolan, norr", "sector", "municipality");
        NEIGHBOURS.willAnswer(
                200,
                "{\"outcome\":\"registered\",\"similar\":[{\"id\":\"" + world.school
                        + "\",\"name\":\"Östra skolan\"}]}",
                Map.of());

        HttpResponse<String> asked = browser.submit(path, form);

        assertThat(asked.body())
                .contains("Menar du någon av de här?", "/actors/" + world.school, "name=\"confirmed\"")
                .contains("value=\"Östra skolan, norr\"");
        assertThat(NEIGHBOURS.came())
                .singleElement()
                .satisfies(came -> assertThat(came.path()).isEqualTo("/api/actors?dryRun=true"));
        NEIGHBOURS.forget();
        NEIGHBOURS.willAnswer(201, "{\"id\":\"" + world.museum + "\"}", Map.of());
        Map<String, String> meant = new HashMap<>(form);
        meant.put("confirmed", "Östra skolan, norr");
        assertThat(browser.submit(path, meant).body()).contains("Aktören är med i koalitionen");
        assertThat(NEIGHBOURS.came().getFirst().path()).isEqualTo("/api/actors");
        browser.open(path);
        Map<String, String> instead = new HashMap<>(form);
        instead.put("instead", "Östra skolan");
        browser.submit(path, instead);
        assertThat(NEIGHBOURS.came().getLast().body()).contains("\"name\":\"Östra skolan\"");
    }

    @Test
    void what_was_written_comes_along_when_a_known_actor_is_meant_and_refused() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/actors/new";
        browser.open(path);
        NEIGHBOURS.willAnswer(
                200, "{\"outcome\":\"registered\",\"similar\":[{\"id\":\"x\",\"name\":\"Östra skolan\"}]}", Map.of());
        String asked = browser.submit(
                        path,
                        Map.of(
                                "name", "Östra",
                                "sector", "municipality",
                                "municipality", "Ystad",
                                "website", "https://ostra.example",
                                "description", "En \"skola\"\nmed två rader",
                                "publicContact", "040-1",
                                "organisationNumber", "212000-1124"))
                .body();

        String alike = asked.replaceFirst("(?s).*(<form.*?alike__list.*?</form>).*", "$1");

        assertThat(alike)
                .contains("value=\"Ystad\"", "value=\"https://ostra.example\"", "value=\"040-1\"")
                .contains("value=\"212000-1124\"", "value=\"En &quot;skola&quot;\nmed två rader\"");
    }

    @Test
    void forms_know_their_limits_and_offer_what_can_be_chosen() {
        World world = known();
        assertThat(signedIn(world.email(world.anna))
                        .open("/coalitions/" + world.coalition + "/actors/new")
                        .body())
                .contains("maxlength=\"200\"", "maxlength=\"2000\"", "list=\"municipalities\"")
                .contains("<option value=\"Ystad\">")
                .doesNotContain("autocomplete=\"name\"");
        assertThat(get("/coalitions/" + world.coalition + "/join").body())
                .contains("autocomplete=\"organization\"", "autocomplete=\"name\"", "autocomplete=\"email\"")
                .contains("maxlength=\"254\"", "list=\"municipalities\"");
        assertThat(get("/sign-in").body()).contains("autocomplete=\"email\"");
        assertThat(signedIn(world.email(world.bo))
                        .open("/actors/" + world.museum + "/members/new")
                        .body())
                .contains("maxlength=\"254\"")
                .doesNotContain("autocomplete=\"email\"", "autocomplete=\"name\"");
    }

    @Test
    void a_list_is_checked_then_taken_in_and_followed() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/actors/import";
        browser.open(path);
        NEIGHBOURS.willAnswer(
                200,
                "{\"rows\":2,\"registered\":1,\"joined\":1,\"unchanged\":0,\"similar\":[{\"name\":\"Skolan\",\"to\":"
                        + "[{\"id\":\"" + world.school + "\",\"name\":\"Östra skolan\"}]}]}",
                Map.of());
        byte[] file = "namn;sektor\nSkolan;kommun\nMuseet;kultur\n".getBytes(UTF_8);

        HttpResponse<String> checked = browser.upload(path, file);

        assertThat(checked.body()).contains("har 2 aktörer", "nya aktörer", "Östra skolan");
        Neighbours.Came came = NEIGHBOURS.came().getLast();
        assertThat(came.path()).isEqualTo("/api/coalitions/" + world.coalition + "/actors/imports?dryRun=true");
        assertThat(came.header("Content-type")).isEqualTo("text/csv");
        assertThat(came.body()).isEqualTo(new String(file, UTF_8));

        NEIGHBOURS.willAnswer(202, "{\"id\":\"" + world.list + "\"}", Map.of());
        HttpResponse<String> followed = browser.submit(
                path + "/confirmed", Map.of("content", hidden(checked, "content"), "key", hidden(checked, "key")));
        assertThat(NEIGHBOURS.came().getLast().body()).isEqualTo(new String(file, UTF_8));
        assertThat(NEIGHBOURS.came().getLast().header("Idempotency-key")).isEqualTo(hidden(checked, "key"));
        assertThat(followed.body()).contains("Listan är inläst");
        assertThat(followed.headers().firstValue("Refresh")).isEmpty();
    }

    @Test
    void rows_that_came_too_late_are_told() {
        World world = known();
        Told finished = world.events().stream()
                .filter(told -> told.id().equals(world.list))
                .toList()
                .getLast();
        publish(List.of(finished.next(
                Map.of("rows", 5, "outcome", Map.of("registered", 2, "joined", 1, "unchanged", 0, "leftOut", 2)))));
        String path = "/coalitions/" + world.coalition + "/actors/imports/" + world.list;
        String anna = token(world.email(world.anna));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(json("/api" + path, "Authorization", anna)
                                .at("/outcome/leftOut")
                                .asInt(0))
                        .isEqualTo(2));
        Browser browser = signedIn(world.email(world.anna));
        assertThat(browser.open(path).body()).contains("2 rader togs inte med, för koalitionen avslutades.");
        assertThat(browser.open(path + "?lang=en").body()).contains("2 rows were left out, for the coalition");
    }

    private static String hidden(HttpResponse<String> page, String name) {
        return page.body().replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void what_is_wrong_in_a_file_is_told_line_by_line_in_the_readers_language() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/actors/import";
        browser.open(path);
        NEIGHBOURS.willAnswer(
                400,
                REFUSED.formatted(
                        "{\"field\":\"line 3, column sector\",\"message\":\"expected one of\",\"code\":\"sector\"},"
                                + "{\"field\":\"line 4, column row\",\"message\":\"something new\",\"code\":\"unheard-of\"}"),
                Map.of("Content-Type", "application/problem+json"));

        HttpResponse<String> refused = browser.upload(path, "x".getBytes(UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Rad 3", "sektor", "Skriv en av sektorerna myndighet", "Rad 4", "something new");
        assertThat(browser.upload(path, new byte[0]).body()).contains("Välj en fil.");
        assertThat(browser.upload(path, new byte[2 * 1024 * 1024]).statusCode()).isEqualTo(413);
        assertThat(browser.submit(path + "/confirmed", Map.of("content", "!", "key", "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_forged_upload_is_refused() {
        World world = known();
        Browser forger = new Browser(port);
        forger.cookies().putAll(signedIn(world.email(world.anna)).cookies());

        assertThat(forger.upload("/coalitions/" + world.coalition + "/actors/import", new byte[10])
                        .statusCode())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void a_coordinator_saves_the_actors_as_a_file() {
        World world = known();
        HttpResponse<String> page =
                signedIn(world.email(world.anna)).open("/coalitions/" + world.coalition + "/actors.csv");

        assertThat(page.body()).startsWith("\uFEFFnamn;sektor;").contains("Östra skolan;kommun;");
        assertThat(page.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"actors.csv\"");
        String path = "/api/coalitions/" + world.coalition + "/actors.csv";
        assertThat(get(path + "?lang=en", "Authorization", token(world.email(world.anna)))
                        .body())
                .contains("Ålands museum;culture;");
        assertThat(get(path, "Authorization", token(world.email(world.bo))).statusCode())
                .isEqualTo(403);
        assertThat(get(path).statusCode()).isEqualTo(401);
    }
}

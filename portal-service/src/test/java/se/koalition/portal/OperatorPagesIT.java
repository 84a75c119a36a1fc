package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What only those who run the installation do: starting coalitions, naming coordinators, helping people with their data. */
class OperatorPagesIT extends SignedIn {

    private static final Map<String, String> PLAN = Map.of(
            "name",
            "Fullföljd utbildning",
            "challenge",
            "Alla ska klara skolan",
            "themes",
            "läxhjälp, närvaro",
            "area",
            "1280",
            "coordinatorName",
            " Anna Berg ",
            "coordinatorEmail",
            "anna@lansstyrelsen.example",
            "coordinatorLanguage",
            "en",
            "key",
            "8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f");

    private static @Nullable Browser signedIn;

    /** Once for all, for an address gets only so many links. */
    private Browser operator() {
        Browser browser = signedIn == null ? signedIn("operator@koalition.example") : signedIn;
        signedIn = browser;
        return browser;
    }

    private static Neighbours.Came sent() {
        return NEIGHBOURS.came().getLast();
    }

    @Test
    void an_operator_starts_a_coalition_and_names_its_first_coordinator() {
        World world = known();
        Browser browser = operator();
        assertThat(browser.open("/").body()).contains("href=\"/coalitions/new\"", "href=\"/operator\"");
        assertThat(browser.open("/coalitions/new").body())
                .contains("Starta en koalition", "Ystad", "Samordnarens e-postadress")
                .doesNotContain("name=\"version\"");
        NEIGHBOURS.willAnswer(201, "{\"id\":\"" + world.coalition + "\"}", Map.of());

        assertThat(browser.submit("/coalitions/new", PLAN).body())
                .contains("Koalitionen är startad", "välkomstmejl till adressen som du skrev");

        assertThat(sent().method() + " " + sent().path()).isEqualTo("POST /api/coalitions");
        assertThat(sent().header("Idempotency-key")).isEqualTo(PLAN.get("key"));
        JsonNode body = JSON.readTree(sent().body());
        assertThat(body.path("themes").toString()).isEqualTo("[\"läxhjälp\",\"närvaro\"]");
        assertThat(body.path("area").toString()).isEqualTo("[\"1280\"]");
        assertThat(body.at("/coordinator/name").asString("")).isEqualTo("Anna Berg");
        assertThat(body.at("/coordinator/email").asString("")).isEqualTo("anna@lansstyrelsen.example");
        assertThat(body.at("/coordinator/language").asString("")).isEqualTo("en");
    }

    @Test
    void a_refused_start_comes_back_filled_in_with_the_fault_at_its_field() {
        Browser browser = operator();
        browser.open("/coalitions/new");
        Map<String, String> wrong = new LinkedHashMap<>(PLAN);
        wrong.putAll(Map.of("name", " ", "coordinatorName", "", "coordinatorEmail", "anna"));
        HttpResponse<String> seen = browser.submit("/coalitions/new", wrong);
        assertThat(seen.statusCode()).isEqualTo(422);
        assertThat(seen.body())
                .contains("name-error", "coordinatorName-error", "coordinatorEmail-error", "href=\"#coordinatorEmail\"")
                .contains("Alla ska klara skolan", "value=\"anna\"", String.valueOf(PLAN.get("key")));
        assertThat(NEIGHBOURS.came()).isEmpty();

        NEIGHBOURS.willAnswer(
                400,
                "{\"errors\":[{\"field\":\"coordinator.email\",\"message\":\"must be a well-formed email address\"},"
                        + "{\"field\":\"themes[1]\",\"message\":\"no\"}]}",
                Map.of("Content-Type", "application/problem+json"));
        HttpResponse<String> refused = browser.submit("/coalitions/new", PLAN);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("coordinatorEmail-error", "themes-error", "läxhjälp, närvaro")
                .doesNotContain("coordinatorName-error");

        NEIGHBOURS.willAnswer(409, "{}", Map.of());
        assertThat(browser.submit("/coalitions/new", PLAN).body()).contains("är en koalition redan startad");
        NEIGHBOURS.willAnswer(503, "{}", Map.of());
        assertThat(browser.submit("/coalitions/new", PLAN).body())
                .contains("Det du har skrivit står kvar", "anna@lansstyrelsen.example");
    }

    @Test
    void an_operator_sees_who_coordinates_what_and_names_somebody() {
        World world = known();
        Browser browser = operator();
        assertThat(browser.open("/operator").body())
                .contains("/operator/coalitions/" + world.coalition + "/coordinator", "Anna", "phase--forming");

        String path = "/operator/coalitions/" + world.coalition + "/coordinator";
        assertThat(browser.open(path).body())
                .contains("value=\"" + world.bo + "\"", "Bo, Ålands museum")
                .doesNotContain("value=\"" + world.anna + "\"");
        assertThat(browser.submit(path, Map.of()).body()).contains("memberId-error");
        assertThat(browser.submit(path, Map.of("memberId", "../" + world.bo)).statusCode())
                .isEqualTo(422);
        assertThat(NEIGHBOURS.came()).isEmpty();
        NEIGHBOURS.willAnswer(409, "{}", Map.of());
        HttpResponse<String> conflict = browser.submit(path, Map.of("memberId", world.bo));
        assertThat(conflict.statusCode()).isEqualTo(422);
        assertThat(conflict.body()).contains("hör inte längre till koalitionen", "selected");
        NEIGHBOURS.forget();
        assertThat(browser.submit(path, Map.of("memberId", world.bo)).body()).contains("Personen är nu samordnare");
        assertThat(sent().method() + " " + sent().path())
                .isEqualTo("PUT /api/coalitions/" + world.coalition + "/coordinators/" + world.bo);
        assertThat(browser.open("/operator/coalitions/nowhere/coordinator").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_operator_hands_out_and_erases_the_data_of_who_cannot_sign_in() {
        World world = known();
        String id = UUID.randomUUID().toString();
        String email = id + "@skola.example";
        publish(List.of(JoiningIT.applicant(world, id, email)));
        Browser browser = operator();
        browser.open("/operator");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(browser.submit(
                                        "/operator", Map.of("email", " " + email.toUpperCase(java.util.Locale.ROOT)))
                                .body())
                        .contains("Rektor, Kulturskolan", "Har ansökt om att få gå med"));
        assertThat(browser.submit("/operator", Map.of("email", world.email(world.bo)))
                        .body())
                .contains("Bo", "Ålands museum", "/operator/members/" + world.bo + "/erase");
        assertThat(browser.submit("/operator", Map.of("email", "<i>@nowhere.example"))
                        .body())
                .contains("Ingen har adressen &lt;i&gt;@nowhere.example");
        HttpResponse<String> wrong = browser.submit("/operator", Map.of("email", "anna"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("email-error", "value=\"anna\"");

        NEIGHBOURS.willAnswer(200, "{\"kept\":1}", Map.of("Content-Type", "application/json"));
        HttpResponse<String> data = browser.open("/operator/members/" + id + "/data");
        assertThat(data.headers().firstValue("Content-Disposition").orElse("")).contains("koalition.json");
        assertThat(JSON.readTree(data.body()).at("/portal/member/email").asString(""))
                .isEqualTo(email);
        assertThat(JSON.readTree(data.body())
                        .at("/services/notification-service/kept")
                        .asInt(0))
                .isOne();
        NEIGHBOURS.forget();

        String erase = "/operator/members/" + id + "/erase";
        assertThat(browser.open(erase).body())
                .contains("Radera uppgifterna om Rektor, Kulturskolan", "Det går inte att ångra", "action=\"" + erase);
        NEIGHBOURS.willAnswer(409, "{\"type\":\"urn:koalition:problem:conflict\"}", Map.of());
        HttpResponse<String> last = browser.submit(erase, Map.of());
        assertThat(last.statusCode()).isEqualTo(422);
        assertThat(last.body()).contains("Utse först en annan samordnare");
        NEIGHBOURS.forget();
        assertThat(browser.submit(erase, Map.of()).body()).contains("Uppgifterna är raderade");
        assertThat(sent().method() + " " + sent().path()).isEqualTo("DELETE /api/members/" + id);
        assertThat(browser.open("/operator/members/nobody/erase").statusCode()).isEqualTo(404);
    }

    /** A coordinator may much, but not this; the addresses are told to nobody who guesses them. */
    @Test
    void nobody_else_does() {
        World world = known();
        List<String> pages = List.of(
                "/coalitions/new",
                "/operator",
                "/operator/coalitions/" + world.coalition + "/coordinator",
                "/operator/members/" + world.bo + "/erase");
        String data = "/operator/members/" + world.bo + "/data";
        for (String who : List.of(world.anna, world.bo)) {
            Browser browser = signedIn(world.email(who));
            assertThat(browser.open("/").body()).doesNotContain("/coalitions/new", "/operator");
            assertThat(browser.open(data).statusCode()).isEqualTo(403);
            for (String page : pages) {
                assertThat(browser.open(page).statusCode()).as(page).isEqualTo(403);
                assertThat(browser.submit(page, PLAN).statusCode()).as(page).isEqualTo(403);
            }
        }
        assertThat(get(data).statusCode()).isEqualTo(401);
        pages.forEach(page -> assertThat(get(page).statusCode()).as(page).isEqualTo(401));
        assertThat(get("/").body()).doesNotContain("/coalitions/new", "/operator");
        assertThat(NEIGHBOURS.came()).isEmpty();
    }
}

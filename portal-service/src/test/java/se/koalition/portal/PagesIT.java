package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.koalition.portal.settings.Settings;

/** What people do on pages. */
class PagesIT extends SignedIn {

    private static final Map<String, String> PLAN = Map.of(
            "title", "Andra mötet",
            "date", "2027-03-20",
            "startTime", "09:00",
            "endTime", "11:00",
            "agenda", "Ett\nTvå",
            "key", "8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f");

    @Autowired
    private Settings settings;

    @Test
    void every_page_comes_in_both_languages() {
        World world = known();
        assertThat(get("/").body()).contains("Fullföljd utbildning").contains("lang=\"sv\"");
        assertThat(get("/?lang=en").body()).contains("lang=\"en\"");
        assertThat(get("/coalitions/" + world.coalition).body())
                .contains("Ålands museum", "Första mötet", "torsdag 18 februari 2027", "09:00–11:00", "Öppet lärande");
        assertThat(get("/coalitions/" + world.coalition, "Accept-Language", "en-GB,en")
                        .body())
                .contains("Thursday 18 February 2027");
        assertThat(get("/meetings/" + world.meeting).body()).contains("Välkommen", "svensk tid");
        assertThat(get("/meetings/" + world.meeting + "?lang=en").body()).contains("Swedish time");
        assertThat(get("/insights/" + world.open).body())
                .contains("<strong>Viktigt</strong>", "<h2>Rubrik</h2>")
                .doesNotContain("<script>alert");
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/coalitions/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void the_day_of_the_next_meeting_is_the_one_where_it_is() {
        World world = known();
        Told meeting = world.events().stream()
                .filter(told -> told.id().equals(world.meeting))
                .toList()
                .getLast();
        publish(List.of(meeting.next(Map.of(
                "timeZone", "America/New_York",
                "start", "2027-02-10T03:00:00.000Z",
                "end", "2027-02-10T04:00:00.000Z"))));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(get("/meetings/" + world.meeting).body()).contains("tisdag 9 februari 2027"));
        assertThat(get("/").body()).contains("tisdag 9 februari 2027");
    }

    @Test
    void another_language_shows_the_same() {
        World world = known();
        String path = "/coalitions/" + world.coalition;
        assertThat(get(path + "/exchange?sector=culture&lang=sv").body())
                .contains("href=\"" + path + "/exchange?sector=culture&amp;lang=en\"");
        assertThat(get(path + "/join?sent").body()).contains("href=\"" + path + "/join?sent&amp;lang=en\"");
        assertThat(get(path + "?lang=en").body()).contains("href=\"" + path + "?lang=sv\"");
        assertThat(get(path + "/exchange?municipality=%C3%85%22%3E%3Cb%3E").body())
                .contains("/exchange?municipality=%C3%85%22%3E%3Cb%3E&amp;lang=en\"")
                .doesNotContain("\"><b>");
    }

    @Test
    void a_member_answers_and_the_command_carries_a_fresh_token() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        browser.open("/meetings/" + world.meeting);
        NEIGHBOURS.willAnswer(204, "", Map.of("X-Sequence", "answer:" + world.meeting + ":" + world.bo + ":2"));
        HttpResponse<String> page = browser.submit("/meetings/" + world.meeting + "/answer", Map.of("answer", "yes"));
        assertThat(page.body()).contains("Ditt svar är sparat");
        Neighbours.Came came = NEIGHBOURS.came().getLast();
        assertThat(came.method() + " " + came.path())
                .isEqualTo("PUT /api/meetings/" + world.meeting + "/answers/" + world.bo);
        assertThat(came.body()).isEqualTo("{\"answer\":\"yes\"}");
        assertThat(came.header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void what_was_just_done_and_is_not_here_yet_is_told() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        browser.open("/meetings/" + world.meeting);
        NEIGHBOURS.willAnswer(204, "", Map.of("X-Sequence", "answer:" + world.meeting + ":" + world.bo + ":3"));
        HttpResponse<String> page = browser.submit("/meetings/" + world.meeting + "/answer", Map.of("answer", "yes"));
        assertThat(page.body()).contains("Det allra senaste kan saknas");
    }

    @Test
    void a_coordinator_plans_a_meeting() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/meetings/new";
        browser.open(path);
        NEIGHBOURS.willAnswer(201, "{\"id\":\"" + world.meeting + "\"}", Map.of());
        assertThat(browser.submit(path, PLAN).body()).contains("Mötet är planerat");
        Neighbours.Came came = NEIGHBOURS.came().getLast();
        assertThat(came.header("Idempotency-key")).isEqualTo(PLAN.get("key"));
        assertThat(came.body())
                .contains("\"start\":\"2027-03-20T09:00\"", "\"timeZone\":\"Europe/Stockholm\"", "[\"Ett\",\"Två\"]");
    }

    @Test
    void a_refused_form_comes_back_filled_in_with_the_reason() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/meetings/new";
        browser.open(path);
        NEIGHBOURS.willAnswer(
                400,
                "{\"type\":\"urn:koalition:problem:invalid-input\",\"errors\":[{\"field\":\"start\",\"message\":\"no\"}]}",
                Map.of("Content-Type", "application/problem+json"));
        HttpResponse<String> refused = browser.submit(path, PLAN);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Andra mötet", "startTime-error", PLAN.get("key"));
        HttpResponse<String> empty = browser.submit(path, Map.of("title", "", "date", "2027-03-20"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("title-error", "endTime-error");
    }

    @Test
    void moving_a_meeting_that_somebody_else_moved_is_refused() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/meetings/" + world.meeting + "/move";
        assertThat(browser.open(path).body()).contains("2027-02-18", "09:00");
        NEIGHBOURS.willAnswer(412, "{}", Map.of());
        HttpResponse<String> refused = browser.submit(
                path, Map.of("date", "2027-03-20", "startTime", "09:00", "endTime", "10:00", "version", "2"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Någon annan har ändrat mötet");
        assertThat(NEIGHBOURS.came().getLast().header("If-match")).isEqualTo("\"2\"");
    }

    @Test
    void a_coordinator_cancels_a_meeting() {
        World world = known();
        Browser browser = signedIn(world.email(world.anna));
        String path = "/meetings/" + world.meeting + "/cancel";
        assertThat(browser.open(path).statusCode()).isEqualTo(200);
        assertThat(browser.submit(path, Map.of("reason", "Sjukdom")).body()).contains("Mötet är inställt");
        assertThat(NEIGHBOURS.came().getLast().body()).isEqualTo("{\"reason\":\"Sjukdom\"}");
    }

    @Test
    void a_member_shares_an_insight() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        String path = "/coalitions/" + world.coalition + "/insights/new";
        browser.open(path);
        NEIGHBOURS.willAnswer(201, "{\"id\":\"" + world.open + "\"}", Map.of());
        HttpResponse<String> shared = browser.submit(
                path, Map.of("title", "Vi lärde oss", "text", "Mycket", "themes", "ett, två", "visibility", "public"));
        assertThat(shared.body()).contains("Insikten är delad");
        assertThat(NEIGHBOURS.came().getLast().body()).contains("[\"ett\",\"två\"]");
    }

    @Test
    void who_may_not_is_told_so() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        assertThat(browser.open("/coalitions/" + world.coalition + "/meetings/new")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/coalitions/" + world.coalition + "/insights/new").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_link_in_a_mail_answers_after_a_click() {
        World world = known();
        String token = new Links(settings).link(world.meeting, world.bo, 1);
        Browser browser = new Browser(port);
        assertThat(browser.open("/answers/" + token + "?answer=no").body()).contains("Bo", "Första mötet");
        assertThat(NEIGHBOURS.came()).isEmpty();
        assertThat(browser.submit("/answers/" + token, Map.of("answer", "no")).body())
                .contains("Tack, ditt svar är sparat");
        assertThat(NEIGHBOURS.came().getLast().path())
                .isEqualTo("/api/meetings/" + world.meeting + "/answers/" + world.bo);
        String old = new Links(settings).link(world.meeting, world.bo, 0);
        assertThat(browser.open("/answers/" + old).body()).contains("Länken gäller inte längre");
        assertThat(browser.open("/answers/" + token.replace(".", "x.")).body()).contains("Länken gäller inte längre");
    }
}

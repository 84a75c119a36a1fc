package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** From the wish for a link to the session. */
class SigningInIT extends SignedIn {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void a_member_signs_in_by_the_link_in_a_mail_and_out_again() {
        World world = known();
        Browser browser = signedIn(" " + world.email(world.anna).toUpperCase(java.util.Locale.ROOT));
        assertThat(browser.cookies()).containsKey("__Host-koalition");
        assertThat(browser.open("/").body()).contains("Anna");
        assertThat(browser.submit("/sign-out", Map.of()).body()).contains("Du är utloggad");
        assertThat(browser.open("/").body()).doesNotContain("Anna");
    }

    @Test
    void opening_the_link_alone_uses_nothing_up_and_the_click_does() {
        World world = known();
        Browser browser = new Browser(port);
        String link = link(browser, world.email(world.anna));
        String token = link.replaceFirst(".*token=([^&]+).*", "$1");
        assertThat(browser.open(link).body()).contains(token);
        assertThat(browser.open(link).statusCode()).isEqualTo(200);
        assertThat(mongo.getCollection("sign_in_tokens")
                        .find()
                        .into(new java.util.ArrayList<>())
                        .toString())
                .doesNotContain(token);
        assertThat(browser.submit("/login/ott", Map.of("token", token)).body()).contains("Du är inloggad");
        Browser thief = new Browser(port);
        thief.open(link);
        assertThat(thief.submit("/login/ott", Map.of("token", token)).body()).contains("Länken gäller inte");
    }

    @Test
    void signing_in_leads_to_where_one_was_going_on_whatever_device() {
        World world = known();
        String page = "/coalitions/" + world.coalition + "/members?x=1";
        HttpResponse<String> refused = get(page);
        assertThat(refused.statusCode()).isEqualTo(401);
        String to = page.replace("?x=1", "?x%3D1");
        assertThat(refused.body()).contains("href=\"/sign-in?to=" + to + "\"");

        Browser asking = new Browser(port);
        assertThat(asking.open("/sign-in?to=" + to.replace("?", "%3F")).body())
                .contains("name=\"to\" value=\"" + page + "\"");
        assertThat(asking.submit("/sign-in", Map.of("email", "hej", "to", page)).body())
                .contains("name=\"to\" value=\"" + page + "\"");
        String link = link(asking, world.email(world.anna), page);
        Browser elsewhere = new Browser(port);
        assertThat(elsewhere.open(link).body()).contains("name=\"to\" value=\"" + page + "\"");

        String token = link.replaceFirst(".*token=([^&]+).*", "$1");
        HttpResponse<String> there = elsewhere.submit("/login/ott", Map.of("token", token, "to", page));
        assertThat(there.uri().toString()).endsWith(page + "&signed-in");
        assertThat(there.body()).contains("Du är inloggad", "Utan aktör");
    }

    @Test
    void signing_in_leads_to_no_other_site() {
        World world = known();
        Browser browser = new Browser(port);
        String link = link(browser, world.email(world.anna), "//evil.example");
        assertThat(browser.open(link).body()).contains("name=\"to\" value=\"/\"");

        String token = link.replaceFirst(".*token=([^&]+).*", "$1");
        assertThat(browser.submit("/login/ott", Map.of("token", token, "to", "https://evil.example/"))
                        .uri())
                .hasToString("http://localhost:" + port + "/?signed-in");
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() {
        World world = known();
        Browser browser = new Browser(port);
        browser.open("/sign-in");
        HttpResponse<String> unknown = browser.submit("/sign-in", Map.of("email", "ingen@nowhere.example"));
        assertThat(NEIGHBOURS.came()).isEmpty();
        browser.open("/sign-in");
        HttpResponse<String> member = browser.submit("/sign-in", Map.of("email", world.email(world.bo)));
        assertThat(unknown.uri()).isEqualTo(member.uri());
        assertThat(unknown.body().replaceAll("value=\"[^\"]+\"", ""))
                .isEqualTo(member.body().replaceAll("value=\"[^\"]+\"", ""));
    }

    @Test
    void what_is_no_address_comes_back_with_the_reason() {
        Browser browser = new Browser(port);
        browser.open("/sign-in");
        HttpResponse<String> refused = browser.submit("/sign-in", Map.of("email", "hej"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("e-postadress");
    }

    @Test
    void the_browser_is_told_to_be_careful() {
        HttpResponse<String> page = get("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().allValues("Set-Cookie").toString())
                .contains("__Host-koalition-form", "Secure", "HttpOnly", "Path=/", "SameSite=Lax");
    }

    @Test
    void a_form_that_is_open_survives_an_arrival_from_elsewhere() {
        World world = known();
        Browser browser = signedIn(world.email(world.bo));
        browser.open("/me");

        assertThat(browser.arrive("/meetings/" + world.meeting).body()).contains("Bo");

        assertThat(browser.submit("/me", Map.of("name", "Bo B", "version", "1")).body())
                .contains("Dina uppgifter är sparade");
    }

    @Test
    void who_asks_too_often_fills_no_store() {
        Browser browser = new Browser(port);
        browser.open("/sign-in");
        Map<String, String> form = Map.of("email", "ofta-" + UUID.randomUUID() + "@nowhere.example");
        for (int i = 0; i < 5; i++) {
            browser.submit("/sign-in", form);
        }
        long stored = mongo.getCollection("sign_in_tokens").countDocuments();
        assertThat(stored).isGreaterThanOrEqualTo(5);

        assertThat(browser.submit("/sign-in", form).body()).contains("Titta i din e-post");

        assertThat(mongo.getCollection("sign_in_tokens").countDocuments()).isLessThanOrEqualTo(stored);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Browser browser = new Browser(port);
        assertThat(browser.submit("/sign-in", Map.of("email", "a@b.example")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_session_is_in_the_store() {
        World world = known();
        signedIn(world.email(world.anna));
        assertThat(mongo.getCollection("sessions").countDocuments(new Document()))
                .isPositive();
    }
}

package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What actors need and offer, read and posted, and what comes of it. */
class ExchangeIT extends SignedIn {

    private World world = new World();

    @BeforeEach
    void aWorld() {
        world = exchanging();
    }

    private World exchanging() {
        World known = known();
        publish(known.exchange());
        await().atMost(SOON).untilAsserted(() -> {
            String carin = token(known.email(known.carin));
            assertThat(get("/api/matches/" + known.match, "Authorization", carin)
                            .body())
                    .contains("Hej, kan vi ses?");
            assertThat(get("/api/offers/" + known.stage).statusCode()).isEqualTo(200);
            assertThat(get("/api/needs/" + known.need).statusCode()).isEqualTo(200);
        });
        return known;
    }

    private Browser as(String member) {
        return signedIn(world.email(member));
    }

    private String[] bearer(String member) {
        return new String[] {"Authorization", token(world.email(member))};
    }

    private static String contact(World world) {
        return "/needs/" + world.need + "/offers/" + world.stage;
    }

    private Neighbours.Came sent() {
        return NEIGHBOURS.came().getLast();
    }

    @Test
    void visitors_see_open_needs_and_offers_and_no_names_or_matches() {
        JsonNode needs = json("/api/coalitions/" + world.coalition + "/needs");
        assertThat(needs.at("/items/0/title").asString("")).isEqualTo("Läxhjälp på kvällar");
        assertThat(needs.at("/items/0/actor").asString("")).isEqualTo("Östra skolan");
        assertThat(needs.at("/items/0/openedBy").isMissingNode()).isTrue();
        assertThat(json("/api/needs/" + world.need, bearer(world.bo))
                        .path("openedBy")
                        .asString(""))
                .isEqualTo("Carin");
        assertThat(get("/api/needs/" + world.need + "/proposals").statusCode()).isEqualTo(401);
        assertThat(get("/api/coalitions/" + world.coalition + "/matches").statusCode())
                .isEqualTo(401);
        assertThat(get("/api/matches/" + world.match).statusCode()).isEqualTo(401);
        assertThat(get("/api/needs/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/api/coalitions/nothing/needs").statusCode()).isEqualTo(404);
        assertThat(get("/matches/" + world.match).statusCode()).isEqualTo(401);
        assertThat(get("/coalitions/" + world.coalition + "/matches").statusCode())
                .isEqualTo(401);
        assertThat(get("/needs/" + world.need).body())
                .contains("Läxhjälp på kvällar", "Östra skolan", "&lt;b&gt;Viktigt")
                .doesNotContain("Carin", "Ta kontakt", "kan passa");
        assertThat(get("/coalitions/" + world.coalition + "?lang=en").body())
                .contains("Läxhjälp på kvällar", "See all: 1 need and 2 offers");
    }

    @Test
    void pages_lead_forward_and_back() {
        for (int i = 0; i < 60; i++) {
            String id = java.util.UUID.randomUUID().toString();
            publish(List.of(
                    world.posting("offer", id, 1, world.museum, world.bo, "Erbjudande " + i, "open", "2099-12-31")));
        }
        String page = "/coalitions/" + world.coalition + "/exchange?kind=offer&page=";
        await().atMost(SOON).until(() -> get(page + 1).body().contains("Erbjudanden (62)"));
        assertThat(get(page + 1).body()).contains("Fler erbjudanden").doesNotContain("Föregående");
        assertThat(get(page + 2).body()).contains("page=1", "Föregående").doesNotContain("Fler erbjudanden");
        assertThat(get(page + 99).body()).as("the last").contains("page=1", "Föregående");
        assertThat(get(page + -5).body()).contains("page=2").doesNotContain("Föregående");
    }

    @Test
    void the_list_is_filtered_and_paged() {
        String path = "/api/coalitions/" + world.coalition + "/needs";
        assertThat(json(path + "?theme=L%C3%84XHJ%C3%84LP&sector=municipality&municipality=lund")
                        .path("items"))
                .hasSize(1);
        assertThat(json(path + "?sector=culture").path("items")).isEmpty();
        assertThat(json(path + "?municipality=Ystad").path("items")).isEmpty();
        assertThat(json(path + "?after=" + world.need).path("items")).isEmpty();
        assertThat(get(path + "?after=unknown").statusCode()).isEqualTo(400);
        String page = "/coalitions/" + world.coalition + "/exchange";
        assertThat(get(page + "?sector=culture").body())
                .contains("Handledare som hjälper", "Inget stämmer med det du valde");
        assertThat(get(page + "?kind=need&page=99").body()).doesNotContain("Handledare som hjälper");
        assertThat(get(page + "?page=x").statusCode()).isEqualTo(400);
    }

    @Test
    void members_see_who_could_meet_whom_and_why() {
        JsonNode offers = json("/api/needs/" + world.need + "/proposals", bearer(world.anna));
        assertThat(offers.at("/items/0/offerId").asString("")).isEqualTo(world.stage);
        assertThat(offers.path("items")).as("contact is taken with the other").hasSize(1);
        assertThat(offers.at("/items/0/reasons").toString()).contains("Samma tema: läxhjälp");
        JsonNode needs = json("/api/offers/" + world.stage + "/proposals", bearer(world.bo));
        assertThat(needs.at("/items/0/needId").asString("")).isEqualTo(world.need);
        assertThat(needs.at("/items/0/reasons").toString()).contains("Olika sektorer: Kommun och Kultur");

        assertThat(as(world.carin).open("/needs/" + world.need).body())
                .contains("Scen och läxhjälp", "Samma tema: läxhjälp", contact(world));
        assertThat(as(world.anna).open("/needs/" + world.need).body())
                .contains("Scen och läxhjälp")
                .doesNotContain("href=\"" + contact(world));
        assertThat(as(world.bo).open("/needs/" + world.need).body())
                .contains("Kan ni hjälpa till?", "href=\"" + contact(world));
    }

    @Test
    void a_coordinator_sees_who_could_help_whom_in_the_whole_coalition() {
        String api = "/api/coalitions/" + world.coalition + "/proposals";
        JsonNode pairs = json(api, bearer(world.anna)).path("items");
        assertThat(pairs).as("contact is taken with the other offer").hasSize(1);
        assertThat(pairs.at("/0/need/id").asString("")).isEqualTo(world.need);
        assertThat(pairs.at("/0/offer/id").asString("")).isEqualTo(world.stage);
        assertThat(pairs.at("/0/reasons").toString()).contains("Samma tema: läxhjälp");
        assertThat(json(api, "Authorization", token(world.email(world.anna)), "Accept-Language", "en")
                        .at("/items/0/reasons")
                        .toString())
                .contains("Same theme: läxhjälp");

        Browser anna = as(world.anna);
        String page = "/coalitions/" + world.coalition + "/proposals";
        assertThat(anna.open("/coalitions/" + world.coalition + "/exchange").body())
                .contains("href=\"" + page + "\"", "href=\"/actors/" + world.school + "\"");
        assertThat(anna.open(page).body())
                .contains("Läxhjälp på kvällar", "Scen och läxhjälp", "Olika sektorer: Kommun och Kultur")
                .contains("href=\"/actors/" + world.museum + "\"")
                .doesNotContain("Handledare som hjälper");

        Browser bo = as(world.bo);
        assertThat(bo.open("/coalitions/" + world.coalition + "/exchange").body())
                .doesNotContain(page);
        assertThat(bo.open(page).statusCode()).isEqualTo(403);
        assertThat(get(page).statusCode()).isEqualTo(401);
        assertThat(get(api).statusCode()).isEqualTo(401);
        assertThat(get(api, bearer(world.bo)).statusCode()).isEqualTo(403);
        assertThat(get("/api/coalitions/nothing/proposals", bearer(world.anna)).statusCode())
                .isEqualTo(404);
        World foreign = known();
        assertThat(get(api, "Authorization", token(foreign.email(foreign.anna))).statusCode())
                .isEqualTo(403);
        assertThat(signedIn(foreign.email(foreign.anna)).open(page).statusCode())
                .isEqualTo(403);
    }

    @Test
    void actors_that_were_at_the_same_meeting_have_met() {
        String reasons = "/api/needs/" + world.need + "/proposals";
        assertThat(json(reasons, bearer(world.carin)).toString()).contains("inte träffats");
        publish(List.of(world.match(2, "met")));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(json(reasons, bearer(world.carin)).toString())
                                .doesNotContain("inte träffats"));
    }

    @Test
    void what_has_expired_or_is_closed_is_for_members() {
        String expired = UUID.randomUUID().toString();
        String met = UUID.randomUUID().toString();
        publish(List.of(
                world.posting("need", expired, 1, world.school, world.carin, "Gammalt", "open", "2026-01-31"),
                world.posting("need", met, 1, world.school, world.carin, "Klart nu", "met", "2099-12-31")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                get("/api/needs/" + met, bearer(world.bo)).body())
                        .contains("\"status\":\"met\""));

        assertThat(json("/api/needs/" + expired, bearer(world.bo))
                        .path("status")
                        .asString(""))
                .isEqualTo("expired");
        assertThat(get("/api/needs/" + expired).statusCode()).isEqualTo(404);
        assertThat(get("/needs/" + met).statusCode()).isEqualTo(404);
        assertThat(get("/coalitions/" + world.coalition + "/exchange").body()).doesNotContain("Gammalt", "Klart nu");
        Browser carin = as(world.carin);
        assertThat(carin.open("/coalitions/" + world.coalition + "/exchange").body())
                .contains("Det ni har lagt upp", "Gammalt", "Har gått ut", "Klart nu");
        assertThat(carin.open("/needs/" + expired).body()).contains("Förläng om det fortfarande gäller", "/renew");
        assertThat(carin.open("/needs/" + met).body()).doesNotContain("/close");
    }

    @Test
    void a_member_posts_a_need_and_a_refused_form_comes_back_filled_in() {
        Browser bo = as(world.bo);
        String path = "/coalitions/" + world.coalition + "/needs/new";
        assertThat(bo.open(path).body()).contains("Lägg upp ett behov");
        HttpResponse<String> empty =
                bo.submit(path, Map.of("title", "", "themes", "ett, två", "validUntil", "2020-01-01"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("title-error", "text-error", "validUntil-error", "ett, två");

        Map<String, String> form = Map.of(
                "title",
                "Scen",
                "text",
                "Till våren",
                "themes",
                "kultur, unga",
                "municipality",
                "Lund",
                "validUntil",
                LocalDate.now(ZoneOffset.UTC).plusMonths(2).toString(),
                "key",
                "8d6b2e0e-6d0f-4e0e-9b57-0a4f3c1d2e3f");
        NEIGHBOURS.willAnswer(
                400,
                "{\"errors\":[{\"field\":\"municipality\",\"message\":\"no\"},{\"field\":\"validUntil\",\"message\":\"no\"}]}",
                Map.of("Content-Type", "application/problem+json"));
        assertThat(bo.submit(path, form).body()).contains("municipality-error", "validUntil-error", "Till våren");
        NEIGHBOURS.willAnswer(201, "{\"id\":\"" + world.need + "\"}", Map.of());
        assertThat(bo.submit(path, form).body()).contains("Det är upplagt");
        assertThat(sent().path()).isEqualTo("/api/needs");
        assertThat(sent().header("Idempotency-key")).isEqualTo(form.get("key"));
        assertThat(sent().body()).contains("[\"kultur\",\"unga\"]", "\"municipality\":\"Lund\"", world.coalition);
    }

    @Test
    void only_members_of_an_actor_post_and_only_its_own_manage() {
        String path = "/coalitions/" + world.coalition + "/offers/new";
        assertThat(get(path).statusCode()).isEqualTo(401);
        assertThat(as(world.anna).open(path).statusCode()).isEqualTo(403);
        Browser bo = as(world.bo);
        for (String page : List.of("/edit", "/renew", "/close")) {
            assertThat(bo.open("/needs/" + world.need + page).statusCode())
                    .as(page)
                    .isEqualTo(403);
        }
        assertThat(as(world.anna).open(contact(world)).statusCode()).isEqualTo(403);
        assertThat(get(contact(world)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_member_words_it_anew_renews_and_closes_it() {
        Browser carin = as(world.carin);
        String path = "/needs/" + world.need;
        assertThat(carin.open(path + "/edit").body()).contains("Läxhjälp på kvällar", "name=\"version\" value=\"1\"");
        NEIGHBOURS.willAnswer(412, "{}", Map.of());
        HttpResponse<String> stale =
                carin.submit(path + "/edit", Map.of("title", "Hjälp", "text", "Nu", "version", "1"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Det har ändrats under tiden", "Hjälp");
        NEIGHBOURS.forget();
        assertThat(carin.submit(path + "/edit", Map.of("title", "Hjälp", "text", "Nu", "version", "1"))
                        .body())
                .contains("Ändringarna är sparade");
        assertThat(sent().header("If-match")).isEqualTo("\"1\"");
        assertThat(sent().method()).isEqualTo("PUT");

        assertThat(carin.open(path + "/renew").body()).contains("Förläng behovet");
        assertThat(carin.submit(path + "/renew", Map.of("validUntil", "igår")).body())
                .contains("validUntil-error", "igår");
        String later = LocalDate.now(ZoneOffset.UTC).plusMonths(2).toString();
        assertThat(carin.submit(path + "/renew", Map.of("validUntil", later)).body())
                .contains("Det gäller nu längre");
        assertThat(sent().path()).isEqualTo("/api/needs/" + world.need + "/renewal");

        assertThat(carin.open(path + "/close").body()).contains("Behovet är tillgodosett");
        assertThat(carin.submit(path + "/close", Map.of()).body()).contains("as-error");
        assertThat(carin.submit(path + "/close", Map.of("as", "met")).body()).contains("Det är avslutat");
        assertThat(sent().path()).isEqualTo("/api/needs/" + world.need + "/fulfilment");
        Browser anna = as(world.anna);
        assertThat(anna.open(path + "/close").body()).doesNotContain("Behovet är tillgodosett");
        anna.submit(path + "/close", Map.of("as", "withdrawn"));
        assertThat(sent().path()).isEqualTo("/api/needs/" + world.need + "/withdrawal");
    }

    @Test
    void contact_is_taken_with_a_message() {
        Browser carin = as(world.carin);
        assertThat(carin.open(contact(world)).body()).contains("Ta kontakt med Ålands museum");
        assertThat(carin.submit(contact(world), Map.of("message", " ")).body()).contains("message-error");
        assertThat(carin.submit(contact(world), Map.of("message", "a".repeat(2001)))
                        .statusCode())
                .isEqualTo(422);
        NEIGHBOURS.willAnswer(409, "{}", Map.of());
        assertThat(carin.submit(contact(world), Map.of("message", "Hej!")).body())
                .contains("ändrats under tiden");
        NEIGHBOURS.willAnswer(201, "{\"id\":\"" + world.match + "\"}", Map.of());
        assertThat(carin.submit(contact(world), Map.of("message", "Hej!")).body())
                .contains("Kontakten är tagen");
        assertThat(sent().path()).isEqualTo("/api/matches");
        assertThat(sent().body()).contains(world.need, world.stage, "Hej!");
        assertThat(carin.follow("/needs/" + world.need + "/offers/" + world.offer)
                        .body())
                .as("contact was taken before")
                .contains("Så långt har ni kommit");
    }

    @Test
    void the_two_see_the_message_and_tell_what_came_of_it_and_the_coordinator_sees_how_far_they_are() {
        Browser bo = as(world.bo);
        assertThat(bo.open("/matches/" + world.match).body())
                .contains("Carin, Östra skolan", "Hej, kan vi ses? &lt;i&gt;", "Vi har träffats");
        assertThat(bo.submit("/matches/" + world.match + "/meeting", Map.of()).body())
                .contains("Nu vet vi att ni har träffats");
        assertThat(sent().path()).isEqualTo("/api/matches/" + world.match + "/meeting");
        publish(List.of(world.match(2, "met")));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(bo.open("/matches/" + world.match).body()).contains("Vad ledde det till?"));
        assertThat(bo.submit("/matches/" + world.match + "/result", Map.of("text", " "))
                        .body())
                .contains("text-error");
        assertThat(bo.submit("/matches/" + world.match + "/result", Map.of("text", "Läxhjälp"))
                        .body())
                .contains("Resultatet är sparat");
        assertThat(sent().body()).isEqualTo("{\"text\":\"Läxhjälp\"}");

        Browser anna = as(world.anna);
        assertThat(anna.open("/matches/" + world.match).body())
                .contains("Östra skolan", "Ålands museum")
                .doesNotContain("Hej, kan vi ses", "Spara resultatet");
        assertThat(anna.open("/coalitions/" + world.coalition + "/matches").body())
                .contains("/matches/" + world.match)
                .containsSubsequence("<h1", "<h2", "<h3");
        assertThat(anna.submit("/matches/" + world.match + "/meeting", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(json("/api/coalitions/" + world.coalition + "/matches", bearer(world.anna))
                        .at("/items/0/message")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void matches_come_page_by_page_too() {
        String path = "/api/coalitions/" + world.coalition + "/matches";
        assertThat(json(path, bearer(world.anna)).path("items")).hasSize(1);
        assertThat(json(path + "?after=" + world.match, bearer(world.anna)).path("items"))
                .isEmpty();
        assertThat(get(path + "?after=unknown", bearer(world.anna)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void to_members_of_other_actors_a_match_does_not_exist() {
        World other = exchanging();
        String stranger = token(other.email(other.bo));
        assertThat(get("/api/matches/" + world.match, "Authorization", stranger).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/coalitions/" + world.coalition + "/matches", "Authorization", stranger)
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/api/needs/" + world.need + "/proposals", "Authorization", stranger)
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn(other.email(other.bo))
                        .open("/matches/" + world.match)
                        .statusCode())
                .isEqualTo(404);
    }
}

package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Who did what, as the coalition's coordinators read it. */
class AuditIT extends SignedIn {

    private static final int FACTS = 17;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void the_same_is_told_whatever_came_first_and_however_often_and_by_a_resync_alone() {
        World inOrder = new World();
        publish(inOrder.events());
        World shuffled = new World();
        List<Told> thrice = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            thrice.addAll(shuffled.events());
        }
        Collections.shuffle(thrice, new Random(11));
        publish(thrice);
        World resynced = new World();
        publish(newest(resynced).stream()
                .map(told -> next(told, told.type(), null, Map.of()).again())
                .toList());

        List<String> expected = settled(inOrder);
        assertThat(expected)
                .contains(
                        "coalition.started: Koalitionen startade: Fullföljd utbildning",
                        "member.added: Medlemmen lades till: Bo",
                        "answer.given: Svar från Bo på inbjudan till mötet: Första mötet",
                        "actors-import.finished: En lista med 2 aktörer lästes in");
        assertThat(settled(shuffled)).isEqualTo(expected);
        assertThat(settled(resynced)).isEqualTo(expected);
    }

    private static List<Told> newest(World world) {
        Map<String, Told> newest = new LinkedHashMap<>();
        world.events().forEach(told -> newest.put(told.aggregate() + told.id(), told));
        return List.copyOf(newest.values());
    }

    /** The aggregate's next event; without a member it adds no fact, as a resync does. */
    private static Told next(
            Told told, String type, @org.jspecify.annotations.Nullable String member, Map<String, Object> changes) {
        Map<String, Object> state = new LinkedHashMap<>(told.state());
        state.putAll(changes);
        if (member != null) {
            List<Object> history = new ArrayList<>((List<?>) state.getOrDefault("history", List.of()));
            history.add(Map.of(
                    "type",
                    type,
                    "time",
                    "2026-11-12T13:03:00.000Z",
                    "member",
                    member,
                    "sequence",
                    told.sequence() + 1));
            state.put("history", history);
        }
        return new Told(
                told.topic(),
                told.aggregate(),
                told.id(),
                told.sequence() + 1,
                type,
                "2026-11-12T13:03:00.000Z",
                state,
                false);
    }

    private static Told last(World world, String aggregate, String id) {
        return newest(world).stream()
                .filter(told -> told.aggregate().equals(aggregate) && told.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> settled(World world) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(items(world, "")).hasSize(FACTS);
            assertThat(texts(world, "")).noneMatch(text -> text.contains("utan rubrik") || text.contains("Okänd"));
        });
        List<String> lines = new ArrayList<>();
        items(world, "")
                .forEach(line -> lines.add(line.path("type").asString("") + ": "
                        + line.path("text").asString("")));
        return lines;
    }

    private JsonNode items(World world, String query) {
        return page(world, query).path("items");
    }

    private JsonNode page(World world, String query) {
        return json(path(world) + query, "Authorization", token(world.email(world.anna)));
    }

    private static String path(World world) {
        return "/api/coalitions/" + world.coalition + "/audit";
    }

    private List<String> texts(World world, String query) {
        return items(world, query)
                .valueStream()
                .map(line -> line.path("text").asString(""))
                .toList();
    }

    private World told() {
        World world = known();
        await().atMost(SOON).until(() -> items(world, "").size() == FACTS);
        return world;
    }

    @Test
    void only_coordinators_of_the_coalition_read_it() {
        World world = told();
        World foreign = told();
        assertThat(get(path(world)).statusCode()).isEqualTo(401);
        assertThat(get("/coalitions/" + world.coalition + "/audit").statusCode())
                .isEqualTo(401);
        for (String email : List.of(world.email(world.bo), foreign.email(foreign.anna))) {
            HttpResponse<String> refused = get(path(world), "Authorization", token(email));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("Only a coordinator").doesNotContain("Första mötet");
            Browser browser = signedIn(email);
            assertThat(browser.open("/coalitions/" + world.coalition + "/audit").statusCode())
                    .isEqualTo(403);
            assertThat(browser.open("/coalitions/" + world.coalition + "/audit.csv")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(get("/api/coalitions/nowhere/audit", "Authorization", token(world.email(world.anna)))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refused_commands_are_told_with_the_reason() {
        World world = told();
        NEIGHBOURS.willAnswer(403, "{\"type\":\"urn:koalition:problem:forbidden\"}", Map.of());
        command(world, "/api/meetings/" + world.meeting + "/rescheduling", "{}");
        command(world, "/api/insights", "{\"coalitionId\":\"" + world.coalition + "\"}");
        command(world, "/api/coalitions/" + world.coalition + "/actors/imports", "no;json\n");
        command(world, "/api/actors/" + world.museum + "/unheard-of", "{}");
        // Belongs nowhere.
        command(world, "/api/insights", "{\"coalitionId\":{\"$ne\":1}}");

        assertThat(texts(world, "?type=refused"))
                .containsExactly(
                        "Försökte göra en ändring ”Ålands museum”. Det gick inte: rätten att göra det saknades.",
                        "Försökte läsa in en lista med aktörer. Det gick inte: rätten att göra det saknades.",
                        "Försökte dela en insikt. Det gick inte: rätten att göra det saknades.",
                        "Försökte flytta mötet ”Första mötet”. Det gick inte: rätten att göra det saknades.");
        JsonNode first = items(world, "?type=refused").path(3);
        assertThat(first.at("/who/name").asString("")).isEqualTo("Bo");
        assertThat(first.at("/who/actor").asString("")).isEqualTo("Ålands museum");
        assertThat(first.path("status").asInt(0)).isEqualTo(403);
    }

    private void command(World world, String path, String body) {
        send(
                browser(),
                to(path).header("Authorization", token(world.email(world.bo)))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void what_is_looked_for_is_found_and_what_cannot_be_is_refused() {
        World world = told();
        publish(List.of(
                next(last(world, "meeting", world.meeting), "meeting.rescheduled.v1", world.anna, Map.of()),
                next(last(world, "insight", world.open), "insight.turned-over.v3", world.bo, Map.of())));
        await().atMost(SOON).until(() -> page(world, "").path("items").size() == FACTS + 2);

        assertThat(texts(world, "?q=" + encoded("FÖRSTA mötet")))
                .hasSize(6)
                .allMatch(text -> text.contains("Första mötet"));
        assertThat(texts(world, "?q=flyttades")).hasSize(2);
        assertThat(texts(world, "?q=anna&type=meeting.rescheduled")).containsExactly("Mötet flyttades: Första mötet");
        assertThat(texts(world, "?type=insight")).contains("Ändring: Öppet lärande");
        assertThat(texts(world, "?member=" + world.bo)).hasSize(4);
        assertThat(texts(world, "?from=2026-11-12&to=2026-11-12")).hasSize(2);
        assertThat(texts(world, "?to=2026-11-01")).isEmpty();
        assertThat(texts(world, "?q=" + encoded("\\E.*[a-"))).isEmpty();
        for (String bad : List.of(
                "?from=2026-13-01",
                "?from=2026-11-12&to=2026-11-11",
                "?from=%2B999999999-01-01",
                "?q=" + "x".repeat(101),
                "?q=a%00b",
                "?member=%24ne",
                "?type=" + encoded("<script>"),
                "?after=nothing")) {
            assertThat(get(path(world) + bad, "Authorization", token(world.email(world.anna)))
                            .statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void pages_follow_each_other_without_gap() {
        World world = told();
        Told meeting = last(world, "meeting", world.meeting);
        List<Told> moves = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            meeting = next(meeting, "meeting.rescheduled.v1", world.anna, Map.of());
            // All at the same time: the id decides.
            moves.add(meeting);
        }
        publish(moves);
        await().atMost(SOON)
                .until(() ->
                        page(world, "?type=meeting.rescheduled").path("items").size() == 41);
        JsonNode first = page(world, "");
        JsonNode second = page(world, "?after=" + first.path("next").asString(""));
        assertThat(first.path("items")).hasSize(50);
        assertThat(second.path("items")).hasSize(FACTS + 40 - 50);
        assertThat(second.has("next")).isFalse();
        assertThat(second.path("items").toString())
                .doesNotContain(first.at("/items/49/id").asString("?"));
    }

    @Test
    void who_is_erased_has_no_name_here_either() {
        World world = told();
        Map<String, Object> blank =
                Map.of("name", "(erased)", "email", world.bo + "@erased.invalid", "actorId", "", "roles", List.of());
        publish(List.of(next(last(world, "member", world.bo), "member.erased.v1", world.bo, blank)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(texts(world, "?member=" + world.bo))
                        .hasSize(4)
                        .contains("Medlemmens uppgifter raderades", "Medlemmen lades till: Raderad person"));
        assertThat(mongo.getCollection("audit")
                        .find(new Document("coalitions", world.coalition))
                        .into(new ArrayList<>()))
                .extracting(Document::toJson)
                .noneMatch(entry -> entry.contains("\"Bo\"") || entry.contains("@"));
    }

    @Test
    void the_page_and_its_file_are_for_people() {
        World world = told();
        publish(List.of(
                next(
                        last(world, "meeting", world.meeting),
                        "meeting.cancelled.v1",
                        world.anna,
                        Map.of("title", "<b>Möte</b>")),
                next(last(world, "member", world.anna), "member.described.v1", world.anna, Map.of("name", "=1+1"))));
        await().atMost(SOON).until(() -> items(world, "").size() == FACTS + 2);
        Browser browser = signedIn(world.email(world.anna));

        assertThat(browser.open("/coalitions/" + world.coalition).body()).contains("Vem har gjort vad?");
        String page = browser.open("/coalitions/" + world.coalition + "/audit").body();
        assertThat(page)
                .contains("torsdag 12 november 2026", "14:03", "Mötet ställdes in: &lt;b&gt;Möte&lt;/b&gt;", "=1+1")
                .doesNotContain("<b>Möte");
        assertThat(browser.open("/coalitions/" + world.coalition + "/audit?member=" + world.bo)
                        .body())
                .contains("Det som rör Bo");
        HttpResponse<String> wrong = browser.open(
                "/coalitions/" + world.coalition + "/audit?q=hej&from=2027-02-30&to=2026-01-01&type=meeting");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("from-error", "value=\"hej\"", "2027-02-30", "selected=\"selected\"");

        HttpResponse<String> file =
                browser.open("/coalitions/" + world.coalition + "/audit.csv?type=meeting&from=2026-11-12");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(file.body())
                .isEqualTo("\uFEFFTid;Vem;Aktör;Vad som hände;Typ;Nummer\r\n"
                        + "2026-11-12 14:03:00;'=1+1;;Mötet ställdes in: <b>Möte</b>;meeting.cancelled;meeting:"
                        + world.meeting + ":3\r\n");
        assertThat(browser.open("/coalitions/" + world.coalition + "/audit.csv?from=x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.open("/coalitions/" + world.coalition + "/audit?lang=en")
                        .body())
                .contains("Activity log", "Thursday 12 November 2026", "Meeting cancelled: &lt;b&gt;");
    }
}

package se.koalition.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A coalition with more actors than a page holds. */
class ActorListIT extends SignedIn {

    private static final Pattern ACTOR = Pattern.compile("href=\"/actors/[0-9a-f-]{36}\"");

    /** A world in which sixty more take part. */
    private World crowded() {
        World world = known();
        List<String> names = new ArrayList<>(List.of("Öns teater", "Ängens scen", "Åkers scen", "Zebrascenen"));
        for (int i = 1; i <= 56; i++) {
            names.add("Scen %02d".formatted(i));
        }
        publish(names.stream().map(name -> joined(world, name)).toList());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(json("/api/coalitions/" + world.coalition)
                                .at("/actors/count")
                                .asInt(0))
                        .isEqualTo(62));
        return world;
    }

    private static Told joined(World world, String name) {
        String id = UUID.randomUUID().toString();
        String time = "2026-11-10T08:00:00.000Z";
        Map<String, Object> state = new HashMap<>(Map.of("id", id, "name", name, "sector", "culture"));
        state.put("municipality", name.startsWith("Scen 0") ? "Lund" : "Malmö");
        state.put("registeredAt", time);
        state.put("participations", List.of(Map.of("coalitionId", world.coalition, "joinedAt", time)));
        state.put("history", List.of());
        return new Told("actor-events", "actor", id, 2, "actor.joined-coalition.v1", time, state, false);
    }

    private static String query(String q) {
        return "?q=" + URLEncoder.encode(q, UTF_8);
    }

    private static String next(HttpResponse<String> page, String rel) {
        return page.body()
                .replaceFirst("(?s).* rel=\"" + rel + "\" href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    @Test
    void the_page_of_the_coalition_shows_some_of_each_sector_and_leads_to_all() {
        World world = crowded();
        String path = "/coalitions/" + world.coalition;

        String page = get(path).body();
        assertThat(ACTOR.matcher(page).results()).hasSize(21);
        assertThat(page).contains("Alla 61 i sektorn Kultur", path + "/actors?sector=culture", "Sök bland alla");
        assertThat(page).doesNotContain("i sektorn Kommun");

        HttpResponse<String> all = get(path + "/actors");
        assertThat(all.body()).contains("62 aktörer", "Fler").doesNotContain("Föregående");
        assertThat(ACTOR.matcher(all.body()).results()).hasSize(50);
        HttpResponse<String> rest = get(next(all, "next"));
        assertThat(ACTOR.matcher(rest.body()).results()).hasSize(12);
        assertThat(rest.body()).containsSubsequence("Zebrascenen", "Åkers scen", "Ängens scen", "Öns teater");
        assertThat(get(next(rest, "prev")).body()).contains("Scen 01", "Fler").doesNotContain("Föregående");
    }

    @Test
    void everyone_searches_them() {
        World world = crowded();
        String path = "/coalitions/" + world.coalition + "/actors";

        assertThat(get(path + query("SCEN 0")).body()).contains("9 aktörer", "Scen 09", "value=\"SCEN 0\"");
        assertThat(get(path + query("scen") + "&municipality=lund").body()).contains("9 aktörer");
        assertThat(get(path + "?sector=municipality").body()).contains("1 aktör<", "Östra skolan");
        for (String hostile : List.of(".*(", "\\Q[", "😀", "<script>", "%_", "x".repeat(4_000))) {
            HttpResponse<String> found = get(path + query(hostile));
            assertThat(found.statusCode()).as(hostile).isEqualTo(200);
            assertThat(found.body()).contains("Ingen aktör stämmer").doesNotContain("<script>");
        }
        assertThat(get(path + query("x".repeat(10_000))).statusCode())
                .as("no server reads an address of that length")
                .isEqualTo(400);
        assertThat(get(path + "?after=nobody").body()).contains("Scen 01");
        assertThat(get("/coalitions/nowhere/actors").statusCode()).isEqualTo(404);
    }

    @Test
    void a_coordinator_looks_through_the_members_the_same_way() {
        World world = crowded();
        Browser anna = signedIn(world.email(world.anna));
        String path = "/coalitions/" + world.coalition + "/members";

        HttpResponse<String> first = anna.open(path);
        assertThat(Pattern.compile("/members/new").matcher(first.body()).results())
                .hasSize(50);
        assertThat(first.body()).contains("62 aktörer", "Utan aktör", "Anna");
        HttpResponse<String> second = anna.open(next(first, "next"));
        assertThat(second.body()).contains("Öns teater", "Föregående").doesNotContain("Utan aktör");

        String searched = path + query("Ålands");
        assertThat(anna.open(searched).body()).contains("1 aktör<", "Bo").doesNotContain("Östra skolan");
        assertThat(anna.submit("/members/" + world.bo + "/deputy", Map.of("deputy", "true", "back", searched))
                        .uri()
                        .getQuery())
                .isEqualTo("q=Ålands");
    }

    @Test
    void a_coordinator_finds_a_duplicate_among_many() {
        World world = crowded();
        publish(List.of(joined(world, "Östra skolan, norr")));
        Browser anna = signedIn(world.email(world.anna));
        String path = "/actors/" + world.school + "/merge";

        String page =
                await().atMost(SOON).until(() -> anna.open(path).body(), body -> body.contains("Östra skolan, norr"));
        assertThat(page).contains("De 20 första visas").containsSubsequence("Östra skolan, norr", "Scen 01");
        assertThat(page).doesNotContain("Ålands museum");
        assertThat(anna.open(path + query("ålands")).body())
                .contains(world.museum)
                .doesNotContain("Scen 01", "första visas");
        assertThat(anna.open(path + query("finns inte")).body()).contains("Ingen aktör stämmer");
        assertThat(anna.submit(path, Map.of("q", "ålands")).body())
                .contains("duplicateId-error", world.museum, "value=\"ålands\"");
    }

    @Test
    void what_has_happened_is_read_back_to_the_beginning() {
        World world = crowded();
        String path = "/coalitions/" + world.coalition;

        assertThat(get(path).body()).contains("Äldre händelser");
        HttpResponse<String> page = get(path + "/activity");
        int pages = 1;
        while (page.body().contains("rel=\"next\"")) {
            page = get(next(page, "next"));
            pages++;
        }
        assertThat(pages).isEqualTo(4);
        assertThat(page.body()).contains("Koalitionen startade", "Det senaste");
        assertThat(get(path + "/activity?after=nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/coalitions/nowhere/activity").statusCode()).isEqualTo(404);
    }
}

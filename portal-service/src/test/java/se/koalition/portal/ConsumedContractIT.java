package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code contracts/} promise of others' events is what the read model reads. */
class ConsumedContractIT extends Portal {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String COALITION = "39543733-6ba5-3595-bb40-c283b29109ef";
    private static final String MEETING = "4f81605d-ae97-4c41-9a3f-2dbe0f9a8172";

    private static final String[] TOPICS = {"actor-events", "meeting-events", "insight-events"};
    private static final Set<String> TITLED = Set.of("meeting", "insight", "need", "offer");

    private JsonNode coalition() {
        return json("/api/coalitions/" + COALITION);
    }

    @Test
    void every_sample_is_taken_over_and_so_is_what_a_later_version_tells() throws IOException {
        tell(Sample.all(TOPICS).stream());

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode seen = coalition();
            assertThat(seen.path("name").asString("")).isEqualTo("Fullföljd utbildning i Skåne");
            assertThat(seen.at("/convenors/0/name").asString("")).isEqualTo("Malmö stad");
            assertThat(seen.at("/actors/bySector/municipality").asInt(0)).isOne();
            assertThat(seen.at("/meetings/items/0/status").asString("")).isEqualTo("cancelled");
            assertThat(seen.at("/insights/items/0/title").asString("")).isEqualTo("Tidiga samtal minskar frånvaron");
            assertThat(seen.path("phase").asString("")).isEqualTo("concluded");
            assertThat(seen.at("/area/1/name").asString("")).isEqualTo("Malmö");
            // Started, convenors named, activated, concluded, list accepted and finished, two actors joined, one left,
            // meeting planned, moved and cancelled, insight shared; two needs and two offers opened, a need met.
            assertThat(activity()).hasSize(18);
        });
        assertThat(json("/api/meetings/" + MEETING).path("reason").asString("")).isEqualTo("Lokalen är stängd.");

        tell(Sample.last(TOPICS).stream()
                .map(sample -> sample.unheardOf(TITLED.contains(sample.aggregate()) ? "title" : "name", "Senare")));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(names()).containsOnly("Senare");
            assertThat(activity()).as("what is unheard of is not shown").hasSize(18);
        });

        tell(Sample.last(TOPICS).stream()
                .map(sample ->
                        sample.nextVersion(TITLED.contains(sample.aggregate()) ? "title" : "name", "Ännu senare")));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(names()).containsOnly("Ännu senare");
            // Once more: concluded, list finished, meeting cancelled, insight shared, need met.
            assertThat(activity()).hasSize(23);
        });
        everyAggregateIsThere(100);
    }

    /** All of it, page by page. */
    private List<JsonNode> activity() {
        String address = "/api/coalitions/" + COALITION + "/activity";
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = json(address + after);
            page.path("items").forEach(items::add);
            String next = page.path("next").asString(null);
            after = next == null ? null : "?after=" + next;
        }
        return items;
    }

    private void everyAggregateIsThere(int sequence) throws IOException {
        String token = token("samordnare@malmo.example");
        for (Sample sample : Sample.last(TOPICS)) {
            String position = sample.aggregate() + ":" + sample.key() + ":" + sequence;
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    get("/api/coalitions/" + COALITION, "Authorization", token, "X-Sequence", position)
                                            .headers()
                                            .firstValue("X-Stale"))
                            .as(position)
                            .isEmpty());
        }
    }

    private static void tell(Stream<Sample> samples) {
        samples.forEach(sample -> PRODUCER.send(sample.record()));
    }

    /** Of each aggregate that shows one. */
    private List<String> names() {
        JsonNode seen = coalition();
        return Stream.of("/name", "/convenors/0/name", "/meetings/items/0/title", "/insights/items/0/title")
                .map(path -> seen.at(path).asString(""))
                .toList();
    }
}

package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code contracts/} promise of others' events is what the read model reads. */
class ConsumedContractIT extends Portal {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String COALITION = "39543733-6ba5-3595-bb40-c283b29109ef";
    private static final String MEETING = "4f81605d-ae97-4c41-9a3f-2dbe0f9a8172";

    private JsonNode coalition() {
        return json("/api/coalitions/" + COALITION);
    }

    @Test
    void every_sample_is_taken_over_and_so_is_what_a_later_version_tells() throws IOException {
        List<Sample> samples = Sample.all("actor-events", "meeting-events", "insight-events");
        samples.forEach(sample -> PRODUCER.send(sample.record()));

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode seen = coalition();
            assertThat(seen.path("name").asString("")).isEqualTo("Fullföljd utbildning i Skåne");
            assertThat(seen.at("/convenors/0/name").asString("")).isEqualTo("Malmö stad");
            assertThat(seen.at("/actors/bySector/municipality").asInt(0)).isOne();
            assertThat(seen.at("/meetings/items/0/status").asString("")).isEqualTo("cancelled");
            assertThat(seen.at("/insights/items/0/title").asString("")).isEqualTo("Tidiga samtal minskar frånvaron");
            // Started, convenors named, list accepted and finished, actor joined, meeting planned, moved and
            // cancelled, insight shared.
            assertThat(seen.at("/activity/items")).hasSize(9);
        });
        assertThat(json("/api/meetings/" + MEETING).path("reason").asString("")).isEqualTo("Lokalen är stängd.");

        samples.stream()
                .filter(sample -> List.of("meeting.scheduled.v1", "coalition.started.v1", "insight.shared.v1")
                        .contains(sample.type()))
                .map(sample -> sample.unheardOf(sample.type().startsWith("coalition") ? "name" : "title", "Senare"))
                .forEach(sample -> PRODUCER.send(sample.record()));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(coalition().path("name").asString("")).isEqualTo("Senare");
            assertThat(coalition().at("/meetings/items/0/title").asString("")).isEqualTo("Senare");
            assertThat(coalition().at("/insights/items/0/title").asString("")).isEqualTo("Senare");
        });
    }
}

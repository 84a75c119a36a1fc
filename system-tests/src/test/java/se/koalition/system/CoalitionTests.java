package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import se.koalition.local.demo.Demo;
import se.koalition.local.portal.Answer;
import tools.jackson.databind.JsonNode;

/** Step 1: the first coalition, loaded through the public API. */
class CoalitionTests {

    @Test
    void theFirstCoalitionIsThereWithItsActorsBySector() {
        JsonNode coalition = Person.VISITOR.read(Demonstration.PATH);

        assertThat(coalition.path("challenge").asString())
                .isEqualTo("Jämlik och fullständig skolgång för barn och unga");
        assertThat(coalition.path("phase").asString()).isEqualTo("forming");
        assertThat(coalition.path("actors").path("count").asInt()).isEqualTo(25);
        assertThat(coalition.path("actors").path("items").size()).isEqualTo(25);
        assertThat(coalition
                        .path("actors")
                        .path("bySector")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(25);
        assertThat(coalition
                        .path("convenors")
                        .valueStream()
                        .map(c -> c.path("name").asString()))
                .containsExactly("Mötesplats Social Innovation (MSI)", "Länsstyrelsen Skåne");
        assertThat(coalition.toString()).doesNotContain("@");
    }

    @Test
    void theImportTellsHowItWent() {
        JsonNode progress = Person.COORDINATOR.read(Demonstration.PATH + "/actors/imports/" + Demo.id("import"));

        assertThat(progress.path("status").asString()).isEqualTo("finished");
        assertThat(progress.path("rows").asInt()).isEqualTo(25);
        assertThat(progress.path("done").asInt()).isEqualTo(25);
        assertThat(Person.VISITOR
                        .get(Demonstration.PATH + "/actors/imports/" + Demo.id("import"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void loadingTwiceChangesNothing() throws Exception {
        Map<String, Long> before = ends();

        new Demo(Suite.running().client(), LocalDate.now(ZoneId.systemDefault()), Duration.ofMinutes(2)).load();

        assertThat(ends()).isEqualTo(before);
    }

    @Test
    void aBadListIsRefusedWholeWithLineAndColumn() {
        Answer refused = Person.COORDINATOR.send(
                "POST",
                Demonstration.PATH + "/actors/imports",
                Map.of("Content-Type", "text/csv"),
                "name;sector;municipality\nSkola i Lund;municipality;Lund\nFörening;hobby;Lund\n");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").toString()).contains("3", "sector");
        assertThat(Person.VISITOR.read(Demonstration.PATH).toString()).doesNotContain("Skola i Lund");
    }

    @Test
    void onlyTheOperatorStartsCoalitions() {
        Map<String, Object> wish = Map.of(
                "name", "En till",
                "challenge", "Något annat",
                "coordinator", Map.of("name", "Samordnare", "email", "en-till@koalition.example"));

        assertThat(Person.VISITOR.post("/api/coalitions", wish).status()).isEqualTo(401);
        assertThat(Person.COORDINATOR.post("/api/coalitions", wish).status()).isEqualTo(403);
    }

    private static Map<String, Long> ends() throws IOException, ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Suite.running().broker()))) {
            Map<TopicPartition, OffsetSpec> asked = new java.util.HashMap<>();
            var topics = admin.describeTopics(List.of("actor-events", "meeting-events", "insight-events"))
                    .allTopicNames()
                    .get();
            topics.forEach((name, topic) -> topic.partitions()
                    .forEach(p -> asked.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
            Map<String, Long> ends = new TreeMap<>();
            admin.listOffsets(asked).all().get().forEach((p, end) -> ends.put(p.toString(), end.offset()));
            return ends;
        }
    }
}

package se.koalition.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;
import se.koalition.local.servers.TestServers;

/** What this service tells the others, as the broker has it. */
class EventTests extends RunningService {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Autowired
    MongoOperations mongo;

    @BeforeEach
    void people() {
        coalitionOfTwo();
    }

    private Document stored(String id) {
        return Objects.requireNonNull(
                mongo.getCollection("insight").find(new Document("_id", id)).first());
    }

    /** All that the broker was told of an insight, when nothing waits any more. */
    private List<ConsumerRecord<String, byte[]>> heard(String id) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(stored(id).getList("outbox", Document.class)).isEmpty());
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka());
        try (var broker = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = broker.partitionsFor("insight-events").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            broker.assign(all);
            broker.seekToBeginning(all);
            Map<TopicPartition, Long> ends = broker.endOffsets(all);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> broker.position(end.getKey()) < end.getValue())) {
                broker.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records.stream().filter(record -> id.equals(record.key())).toList();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static Map<String, Object> at(ConsumerRecord<String, byte[]> event, String path) {
        return JsonPath.read(new String(event.value(), UTF_8), path);
    }

    @Test
    void sharingIsToldInCloudEventsHeaders() {
        String id = newId();
        as(
                anna,
                new Request(
                        HttpMethod.POST,
                        "/api/insights",
                        insight("public"),
                        Map.of("Idempotency-Key", id, "traceparent", TRACE)));

        assertThat(heard(id)).singleElement().satisfies(event -> {
            assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(event, "ce_id")).isEqualTo("insight:" + id + ":1");
            assertThat(header(event, "ce_type")).isEqualTo("insight.shared.v1");
            assertThat(header(event, "ce_source")).isEqualTo("/insight-service");
            assertThat(header(event, "ce_subject")).isEqualTo(id);
            assertThat(header(event, "ce_sequence")).isEqualTo("1");
            assertThat(header(event, "ce_member")).isEqualTo(anna);
            assertThat(header(event, "ce_traceparent")).isEqualTo(TRACE);
            assertThat(header(event, "content-type")).isEqualTo("application/json");
            Instant time = Instant.parse(header(event, "ce_time"));
            assertThat(time).isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
            assertThat(event.headers().lastHeader("ce_resync")).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "coalition"})
    void theValueIsTheFactAndTheWholeState(String visibility) {
        String id = newId();
        String written =
                "\"title\":\" Frånvaro \",\"text\":\"<b>Vi</b> ringer\\n\",\"themes\":[\"skola \",\"hem\",\"skola\"]";
        as(anna, post("/api/insights", insight(visibility, written)).with("Idempotency-Key", id));

        assertThat(heard(id)).singleElement().satisfies(event -> {
            assertThat(at(event, "$")).containsOnlyKeys("fact", "state");
            assertThat(at(event, "$.fact")).isEmpty();
            Map<String, Object> state = at(event, "$.state");
            assertThat(state.remove("history")).isNotNull();
            String sharedAt = String.valueOf(state.get("sharedAt"));
            assertThat(Instant.parse(sharedAt)).isBeforeOrEqualTo(Instant.now());
            assertThat(state)
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry("id", id),
                            Map.entry("coalitionId", coalition),
                            Map.entry("title", "Frånvaro"),
                            Map.entry("text", "<b>Vi</b> ringer\n"),
                            Map.entry("themes", List.of("skola", "hem")),
                            Map.entry("visibility", visibility),
                            Map.entry("authorId", anna),
                            Map.entry("actorId", actor),
                            Map.entry("sharedAt", sharedAt)));
        });
    }

    @Test
    void theHistoryTellsWhoSharedItWhen() {
        String id = shared("public");

        assertThat(heard(id)).singleElement().satisfies(event -> {
            List<Map<String, Object>> history = JsonPath.read(new String(event.value(), UTF_8), "$.state.history");
            assertThat(history)
                    .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                    .containsOnlyKeys("type", "time", "member", "sequence")
                    .containsEntry("type", "insight.shared.v1")
                    .containsEntry("member", anna)
                    .containsEntry("sequence", 1);
        });
    }

    @Test
    void theSameRequestAgainTellsNothingNew() {
        String id = newId();
        var request = post("/api/insights", insight("public")).with("Idempotency-Key", id);
        as(anna, request);
        as(anna, request);
        as(anna, post("/api/insights", insight("coalition")).with("Idempotency-Key", id));

        assertThat(heard(id)).hasSize(1);
        assertThat(stored(id).getLong("version")).isEqualTo(1);
    }

    @Test
    void anOperatorHasTheStateToldOnceMore() {
        String id = shared("coalition");
        String operator = PORTAL.signed(FakePortal.claims("operator").claim("operator", true));

        assertThat(http.post()
                        .uri("/actuator/resync")
                        .header("Authorization", "Bearer " + operator)
                        .exchange())
                .hasStatusOk();

        List<ConsumerRecord<String, byte[]>> events = heard(id);
        assertThat(events).hasSize(2);
        ConsumerRecord<String, byte[]> again = events.getLast();
        assertThat(header(again, "ce_id")).isEqualTo("insight:" + id + ":2");
        assertThat(header(again, "ce_resync")).isEqualTo("true");
        assertThat(at(again, "$.fact")).isEmpty();
        assertThat(at(again, "$.state")).isEqualTo(at(events.getFirst(), "$.state"));
    }
}

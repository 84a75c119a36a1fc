package se.koalition.insight;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import se.koalition.local.servers.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contracts, read as strictly as a producer must: what a schema does not name is a violation. */
final class Contracts {

    static final Path DIRECTORY = Path.of("..", "contracts");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BASE = "https://koalition.example/contracts/";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(id -> strict(DIRECTORY.resolve(id.substring(BASE.length())))));

    private Contracts() {}

    private static String strict(Path file) {
        try {
            JsonNode schema = JSON.readTree(Files.readString(file));
            forbidMore(schema);
            return schema.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forbidMore(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
            schema.put("additionalProperties", false);
        }
        node.forEach(Contracts::forbidMore);
    }

    /** @param schema a file in schemas/ without its ending */
    static List<String> violations(String schema, String json) {
        return SCHEMAS
                .getSchema(SchemaLocation.of(BASE + "schemas/" + schema + ".json"))
                .validate(json, InputFormat.JSON, run -> run.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** What is wrong with a record: its headers, or its value. A resync tells the state and no fact. */
    static List<String> violations(ConsumerRecord<String, byte[]> told) {
        Map<String, String> headers = headers(told);
        List<String> all = new ArrayList<>(violations("envelope", JSON.writeValueAsString(headers)));
        if (isResync(told)) {
            JsonNode value = JSON.readTree(told.value());
            String aggregate = type(told).replaceFirst("\\..*", "");
            all.addAll(violations(aggregate + ".state", value.path("state").toString()));
            if (!value.path("fact").equals(JSON.createObjectNode())) {
                all.add("fact: a resync tells " + value.path("fact"));
            }
        } else {
            all.addAll(violations(type(told), new String(told.value(), UTF_8)));
        }
        return all;
    }

    static boolean isResync(ConsumerRecord<String, byte[]> told) {
        return headers(told).containsKey("ce_resync");
    }

    static String type(ConsumerRecord<String, byte[]> told) {
        return headers(told).getOrDefault("ce_type", "");
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> told) {
        Map<String, String> headers = new TreeMap<>();
        told.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    /** Everything that a topic holds. */
    static List<ConsumerRecord<String, byte[]>> told(String topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka());
        try (var broker = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = broker.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            broker.assign(all);
            broker.seekToBeginning(all);
            Map<TopicPartition, Long> ends = broker.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> broker.position(end.getKey()) < end.getValue())) {
                broker.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }
}

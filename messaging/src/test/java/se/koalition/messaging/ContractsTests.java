package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contracts agree with each other and with the envelope of this module. */
class ContractsTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path DIRECTORY = Path.of("..", "contracts");
    private static final Pattern EVENT = Pattern.compile("[a-z-]+\\.[a-z-]+\\.v\\d+");
    private static final String BASE = "https://koalition.example/contracts/";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(id -> strict(DIRECTORY.resolve(id.substring(BASE.length())))));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a schema does not name is a violation here, for a sample may not tell of more than its schema does. */
    private static String strict(Path file) {
        JsonNode schema = JSON.readTree(read(file));
        forbidMore(schema);
        return schema.toString();
    }

    private static void forbidMore(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
            schema.put("additionalProperties", false);
        }
        node.forEach(ContractsTests::forbidMore);
    }

    /** The names of a folder's files, without their ending, that name an event. */
    private static List<String> events(String folder) throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .filter(name -> EVENT.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    static List<String> samples() throws IOException {
        return events("samples");
    }

    private static JsonNode sample(String event) {
        return JSON.readTree(read(DIRECTORY.resolve("samples/" + event + ".json")));
    }

    private static List<String> violations(String schema, JsonNode node) {
        return SCHEMAS
                .getSchema(SchemaLocation.of(BASE + "schemas/" + schema + ".json"))
                .validate(
                        node.toString(),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void everyEventHasASchemaASampleAndItsPlaceInOneTopic() throws IOException {
        List<String> named = Pattern.compile("(?m)^ {6}(\\S+\\.v\\d+):$")
                .matcher(read(DIRECTORY.resolve("asyncapi.yaml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .sorted()
                .toList();

        assertThat(events("schemas")).isNotEmpty().isEqualTo(samples()).isEqualTo(named);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleFitsItsSchemas(String event) {
        JsonNode sample = sample(event);

        assertThat(violations("envelope", sample.path("headers"))).isEmpty();
        assertThat(violations(event, sample.path("value"))).isEmpty();
        assertThat(sample.path("headers").path("ce_type").asString()).isEqualTo(event);
        assertThat(sample.path("key").asString())
                .isEqualTo(sample.path("headers").path("ce_subject").asString())
                .isEqualTo(sample.path("value").path("state").path("id").asString());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsReadAsAnEvent(String event) {
        JsonNode sample = sample(event);
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(JSON.writeValueAsBytes(sample.path("value")));
        sample.path("headers")
                .properties()
                .forEach(header -> message.setHeader(
                        Envelope.received(header.getKey()),
                        header.getValue().asString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Message<byte[]> built = message.build();

        Event read = Event.read(built);

        assertThat(read.type()).isEqualTo(event);
        assertThat(read.id().aggregateId()).isEqualTo(sample.path("key").asString());
        assertThat(read.history().getLast().sequence()).isEqualTo(read.id().sequence());
    }

    @Test
    void theEnvelopeIsWrittenAsItsSchemaSays() {
        Headers headers = new RecordHeaders();
        OutboxEntry entry = new OutboxEntry(
                7,
                "note.written.v1",
                java.time.Instant.parse("2026-11-02T08:00:00.123Z"),
                "someone",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                true,
                "{}");
        Envelope.write(
                headers, new AggregateType<>("note", "actor-service", "t", Note.class, note -> note), "n", entry);
        var written = JSON.createObjectNode();
        headers.forEach(header ->
                written.put(header.key(), new String(header.value(), java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(violations("envelope", written)).isEmpty();
        assertThat(written.properties().stream().map(Map.Entry::getKey))
                .as("no header is undocumented")
                .isSubsetOf(
                        JSON
                                .readTree(read(DIRECTORY.resolve("schemas/envelope.json")))
                                .path("properties")
                                .properties()
                                .stream()
                                .map(Map.Entry::getKey)
                                .toList());
    }

    @Test
    void aBadSampleDoesNotFit() {
        assertThat(violations("answer.given.v1", JSON.readTree("{\"fact\":{\"answer\":\"perhaps\"},\"state\":{}}")))
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleThatTellsMoreThanItsSchemaDoesNotFit(String event) {
        ObjectNode value = sample(event).path("value").asObject();
        value.withObject("/state").put("secret", 1);
        value.withObject("/fact").put("secret", 1);

        assertThat(violations(event, value)).hasSize(2).allMatch(violation -> violation.contains("secret"));
    }

    @Test
    void aDayThatNoCalendarHasDoesNotFit() {
        ObjectNode value = sample("answer.given.v1").path("value").asObject();
        value.withObject("/state").put("answeredAt", "2026-02-30T08:00:00Z");

        assertThat(violations("answer.given.v1", value))
                .singleElement()
                .asString()
                .contains("date-time");
    }
}

package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import se.koalition.local.servers.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code asyncapi.yaml} says the same as the schemas, the samples and the code that makes the topics. */
class ContractTopicsTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path DIRECTORY = Path.of("..", "contracts");

    private static JsonNode asyncapi() throws IOException {
        return JSON.valueToTree(new Yaml().<Object>load(Files.readString(DIRECTORY.resolve("asyncapi.yaml"))));
    }

    /** An event where the description puts it. */
    record Placed(String topic, String event, String reference) {}

    static List<Placed> placed() throws IOException {
        return asyncapi().path("channels").properties().stream()
                .flatMap(channel -> channel.getValue().path("messages").properties().stream()
                        .map(message -> new Placed(
                                channel.getValue().path("address").asString(),
                                message.getKey(),
                                message.getValue().path("$ref").asString())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("placed")
    void anEventLeadsToItsSchemasAndIsWhereItsSampleIs(Placed placed) throws IOException {
        JsonNode message = asyncapi().at(placed.reference().substring("#".length()));
        JsonNode sample = JSON.readTree(DIRECTORY.resolve("samples/" + placed.event() + ".json"));

        assertThat(message.path("name").asString()).isEqualTo(placed.event());
        assertThat(message.at("/payload/$ref").asString()).isEqualTo("schemas/" + placed.event() + ".json");
        assertThat(message.at("/headers/$ref").asString()).isEqualTo("schemas/envelope.json");
        assertThat(sample.path("topic").asString()).isEqualTo(placed.topic());
    }

    @Test
    void everySchemaThatIsReferredToIsThere() throws IOException {
        Set<String> references;
        try (Stream<JsonNode> parts =
                asyncapi().path("components").path("messages").valueStream()) {
            references = parts.flatMap(message -> message.findValuesAsString("$ref").stream())
                    .collect(Collectors.toSet());
        }

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(DIRECTORY.resolve(reference)).isRegularFile());
    }

    @Test
    void theTopicsAreMadeAsDescribed() throws IOException, ExecutionException, InterruptedException {
        JsonNode channels = asyncapi().path("channels");
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", TestServers.kafka()))) {
            assertThat(Topics.create(admin, new MessagingSettings("contract-topics-tests", (short) 1)))
                    .isTrue();

            assertThat(channels.propertyNames())
                    .containsExactlyInAnyOrder(Topics.ACTOR_EVENTS, Topics.MEETING_EVENTS, Topics.INSIGHT_EVENTS);
            for (JsonNode channel : channels) {
                String topic = channel.path("address").asString();
                JsonNode described = channel.at("/bindings/kafka");
                assertThat(partitions(admin, topic))
                        .isEqualTo(described.path("partitions").asInt());
                Config made = config(admin, topic);
                assertThat(made.get("retention.ms").value())
                        .isEqualTo(
                                described.at("/topicConfiguration/retention.ms").asString());
                assertThat(made.get("cleanup.policy").value())
                        .isEqualTo(described
                                .at("/topicConfiguration/cleanup.policy/0")
                                .asString());
            }
        }
    }

    private static int partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> described =
                admin.describeTopics(Set.of(topic)).allTopicNames().get();
        return Objects.requireNonNull(described.get(topic)).partitions().size();
    }

    private static Config config(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Objects.requireNonNull(
                admin.describeConfigs(Set.of(resource)).all().get().get(resource));
    }
}

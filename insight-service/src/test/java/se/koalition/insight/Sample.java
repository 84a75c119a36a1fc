package se.koalition.insight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record as {@code contracts/samples} has it. */
record Sample(String topic, String key, Map<String, String> headers, JsonNode value) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The story that the samples tell, each aggregate's in its order. */
    static List<Sample> all(String... topics) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "contracts", "samples"))) {
            return files.map(Sample::read)
                    .filter(sample -> Arrays.asList(topics).contains(sample.topic()))
                    .sorted(Comparator.comparingLong(Sample::sequence))
                    .toList();
        }
    }

    private static Sample read(Path file) {
        JsonNode sample = JSON.readTree(file);
        Map<String, String> headers = new TreeMap<>();
        sample.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return new Sample(
                sample.path("topic").asString(), sample.path("key").asString(), headers, sample.path("value"));
    }

    String type() {
        return headers.getOrDefault("ce_type", "");
    }

    private long sequence() {
        return Long.parseLong(headers.getOrDefault("ce_sequence", ""));
    }

    /** What a later version may tell: a fact that nobody here knows, and fields that are new. */
    Sample unheardOf(String field, String text) {
        Map<String, String> later = new TreeMap<>(headers);
        later.put("ce_type", "something.unheard-of.v9");
        later.put("ce_sequence", "99");
        later.put("ce_id", headers.getOrDefault("ce_id", "").replaceFirst("\\d+$", "99"));
        ObjectNode more = value.deepCopy().asObject();
        more.putObject("fact").putArray("unheardOf").add(1);
        more.withObject("/state").put(field, text).putObject("unheardOf").put("deep", true);
        return new Sample(topic, key, later, more);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(value);
    }

    /** As a consumer function gets it. */
    Message<byte[]> message() {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(bytes());
        headers.forEach((name, text) -> message.setHeader("event." + name, text.getBytes(UTF_8)));
        return message.build();
    }
}

package se.koalition.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
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

    /** How each aggregate's story ends. */
    static Collection<Sample> last(String... topics) throws IOException {
        Map<String, Sample> last = new TreeMap<>();
        all(topics).forEach(sample -> last.put(sample.key(), sample));
        return last.values();
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

    String aggregate() {
        return position().substring(0, position().indexOf(':'));
    }

    String position() {
        return headers.getOrDefault("ce_id", "");
    }

    /** A fact that nobody here knows, and fields that are new. */
    Sample unheardOf(String field, String text) {
        return told("something.unheard-of.v9", 99, field, text);
    }

    /** The same fact in a later version, after the unheard-of one. */
    Sample nextVersion(String field, String text) {
        return told(type().replaceFirst("\\.v1$", ".v2"), 100, field, text);
    }

    private Sample told(String type, int sequence, String field, String text) {
        Map<String, String> later = new TreeMap<>(headers);
        later.put("ce_type", type);
        later.put("ce_sequence", String.valueOf(sequence));
        later.put("ce_id", position().replaceFirst("\\d+$", String.valueOf(sequence)));
        ObjectNode more = value.deepCopy().asObject();
        more.putObject("fact").putArray("unheardOf").add(1);
        ObjectNode state = more.withObject("/state");
        state.put(field, text).putObject("unheardOf").put("deep", true);
        state.withArray("/history")
                .addObject()
                .put("type", type)
                .put("time", headers.getOrDefault("ce_time", ""))
                .put("sequence", sequence);
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

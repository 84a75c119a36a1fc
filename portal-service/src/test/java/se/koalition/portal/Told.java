package se.koalition.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/** An event as its owner would publish it. */
public record Told(
        String topic,
        String aggregate,
        String id,
        long sequence,
        String type,
        String time,
        Map<String, Object> state,
        boolean resync) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The same state once more, as a resync tells it. */
    Told again() {
        return new Told(topic, aggregate, id, sequence, type, time, state, true);
    }

    /** Another aggregate that is the same but for this. */
    Told like(String otherId, Map<String, Object> changes) {
        Map<String, Object> other = new LinkedHashMap<>(state);
        other.put("id", otherId);
        other.putAll(changes);
        return new Told(topic, aggregate, otherId, sequence, type, time, other, resync);
    }

    /** The next of the same aggregate. */
    Told next(Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(state);
        changed.putAll(changes);
        return new Told(topic, aggregate, id, sequence + 1, type, time, changed, resync);
    }

    public String position() {
        return aggregate + ":" + id + ":" + sequence;
    }

    ProducerRecord<String, byte[]> message() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("fact", Map.of());
        value.put("state", state);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, id, JSON.writeValueAsBytes(value));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", position());
        header(message, "ce_type", type);
        header(message, "ce_time", time);
        header(message, "ce_source", "/test");
        header(message, "ce_subject", id);
        if (resync) {
            header(message, "ce_resync", "true");
        }
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}

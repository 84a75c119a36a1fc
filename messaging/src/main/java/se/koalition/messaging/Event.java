package se.koalition.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a consumer reads it. An unknown type or an unknown field is no error, for versions only add; what cannot
 * be read at all is {@link Unreadable}.
 *
 * @param topic where it was read, for the metrics
 * @param member who did it, where a member did
 * @param resync the state is told once more: replicas take it, nobody reacts to it
 */
public record Event(
        String topic,
        EventId id,
        String type,
        Instant time,
        @Nullable String member,
        boolean resync,
        JsonNode fact,
        JsonNode state) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** One of an aggregate's last facts. */
    public record Happened(
            String type, Instant time, @Nullable String member, long sequence) {}

    /** The content is not an event: trying again cannot help, only a dead letter can. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** @throws Unreadable if a header is missing or the value is not an object of fact and state */
    public static Event read(Message<byte[]> message) {
        try {
            JsonNode value = JSON.readTree(message.getPayload());
            JsonNode state = value.path("state");
            if (!state.isObject()) {
                throw new Unreadable("The value has no state.", null);
            }
            String id = header(message, Envelope.ID);
            return new Event(
                    message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC) instanceof String topic ? topic : "",
                    EventId.parse(id).orElseThrow(() -> new Unreadable("ce_id is not type:id:sequence: " + id, null)),
                    header(message, Envelope.TYPE),
                    Instant.parse(header(message, Envelope.TIME)),
                    optional(message, Envelope.MEMBER),
                    "true".equals(optional(message, Envelope.RESYNC)),
                    value.path("fact"),
                    state);
        } catch (JacksonException | DateTimeException e) {
            throw new Unreadable("Not an event: " + e.getMessage(), e);
        }
    }

    /** The state as the consumer's own record, which holds just the fields that it needs. */
    public <T> T state(Class<T> as) {
        try {
            return JSON.treeToValue(state, as);
        } catch (JacksonException e) {
            throw new Unreadable("The state of " + id + " does not fit: " + e.getMessage(), e);
        }
    }

    /** The aggregate's last facts, oldest first. */
    public List<Happened> history() {
        return state.path("history")
                .valueStream()
                .map(node -> JSON.treeToValue(node, Happened.class))
                .toList();
    }

    private static String header(Message<byte[]> message, String name) {
        String value = optional(message, name);
        if (value == null) {
            throw new Unreadable("The header " + name + " is missing.", null);
        }
        return value;
    }

    private static @Nullable String optional(Message<byte[]> message, String name) {
        Object value = message.getHeaders().get(Envelope.received(name));
        return value instanceof byte[] bytes ? new String(bytes, UTF_8) : null;
    }
}

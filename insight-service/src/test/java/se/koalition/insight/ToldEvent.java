package se.koalition.insight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** What actor-service tells, as this service meets it: headers and bytes. */
record ToldEvent(String aggregate, String id, long sequence, String type, String state, boolean resync) {

    private static final String BY = "operator";

    ToldEvent(String aggregate, String id, long sequence, String type, String state) {
        this(aggregate, id, sequence, type, state, false);
    }

    static ToldEvent actor(String id, long sequence, String... coalitionIds) {
        String participations = Arrays.stream(coalitionIds)
                .map("{\"coalitionId\":\"%s\",\"joinedAt\":\"2026-11-01T08:00:00Z\"}"::formatted)
                .collect(Collectors.joining(","));
        return new ToldEvent(
                "actor",
                id,
                sequence,
                "actor.joined-coalition.v1",
                "{\"id\":\"%s\",\"name\":\"Länsstyrelsen\",\"participations\":[%s]}".formatted(id, participations));
    }

    static ToldEvent coalition(String id, long sequence) {
        return new ToldEvent(
                "coalition", id, sequence, "coalition.started.v1", "{\"id\":\"%s\",\"name\":\"Skola\"}".formatted(id));
    }

    static ToldEvent representative(String id, long sequence, String actorId) {
        return member(id, sequence, actorId, "");
    }

    static ToldEvent coordinator(String id, long sequence, String coalitionId) {
        return member(
                id,
                sequence,
                null,
                "{\"coalitionId\":\"%s\",\"role\":\"coordinator\",\"since\":\"2026-11-01T08:00:00Z\"}"
                        .formatted(coalitionId));
    }

    static ToldEvent left(String id, long sequence, String formerActorId) {
        return new ToldEvent(
                "member",
                id,
                sequence,
                "member.left.v1",
                "{\"id\":\"%s\",\"roles\":[],\"leftAt\":\"2026-11-02T08:00:00Z\",\"formerActorId\":\"%s\"}"
                        .formatted(id, formerActorId));
    }

    private static ToldEvent member(String id, long sequence, @Nullable String actorId, String roles) {
        String actor = actorId == null ? "" : "\"actorId\":\"%s\",".formatted(actorId);
        return new ToldEvent(
                "member",
                id,
                sequence,
                "member.added.v1",
                "{\"id\":\"%s\",%s\"name\":\"Anna\",\"email\":\"anna@actor.example\",\"roles\":[%s]}"
                        .formatted(id, actor, roles));
    }

    /** The same state, told as something else that this service has never heard of. */
    ToldEvent as(String otherType) {
        return new ToldEvent(aggregate, id, sequence, otherType, state);
    }

    /** As an operator had it told once more. */
    ToldEvent again() {
        return new ToldEvent(aggregate, id, sequence, type, state, true);
    }

    /** Of the same aggregate, with another state. */
    ToldEvent saying(String otherState) {
        return new ToldEvent(aggregate, id, sequence, type, otherState);
    }

    String position() {
        return aggregate + ":" + id + ":" + sequence;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", position());
        headers.put("ce_type", type);
        headers.put("ce_source", "/actor-service");
        headers.put("ce_subject", id);
        headers.put("ce_time", "2026-11-01T08:00:00Z");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_member", BY);
        if (resync) {
            headers.put("ce_resync", "true");
        }
        return headers;
    }

    private byte[] value() {
        return "{\"fact\":{},\"state\":%s}".formatted(state).getBytes(UTF_8);
    }

    /** As a consumer function gets it. */
    Message<byte[]> message() {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(value());
        headers().forEach((name, text) -> message.setHeader("event." + name, text.getBytes(UTF_8)));
        return message.build();
    }

    /** As the broker gets it. */
    ProducerRecord<String, byte[]> record() {
        var sent = new ProducerRecord<>("actor-events", id, value());
        headers().forEach((name, text) -> sent.headers().add(name, text.getBytes(UTF_8)));
        return sent;
    }
}

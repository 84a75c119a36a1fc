package se.koalition.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One event that waits in its aggregate's document for the broker. Serialised and measured in the command already, so
 * that nothing which cannot be sent is ever accepted.
 */
record OutboxEntry(
        long sequence,
        String type,
        Instant time,
        @Nullable String member,
        @Nullable String traceparent,
        boolean resync,
        String value) {

    /** What one event may weigh, in bytes of UTF-8; well under the broker's limit for a record. */
    static final int MAX_BYTES = 128 * 1024;

    OutboxEntry {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new Refused.EventTooLarge(bytes);
        }
    }

    static OutboxEntry of(Document d) {
        return new OutboxEntry(
                d.getLong("sequence"),
                d.getString("type"),
                d.getDate("time").toInstant(),
                d.getString("member"),
                d.getString("traceparent"),
                d.getBoolean("resync", false),
                d.getString("value"));
    }

    Document toDocument() {
        Document d = new Document("sequence", sequence)
                .append("type", type)
                .append("time", Date.from(time))
                .append("value", value);
        if (member != null) {
            d.append("member", member);
        }
        if (traceparent != null) {
            d.append("traceparent", traceparent);
        }
        return resync ? d.append("resync", true) : d;
    }

    ProducerRecord<String, byte[]> toRecord(AggregateType<?> aggregate, String id) {
        var message = new ProducerRecord<>(aggregate.topic(), id, value.getBytes(StandardCharsets.UTF_8));
        Envelope.write(message.headers(), aggregate, id, this);
        return message;
    }
}

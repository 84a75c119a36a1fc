package se.koalition.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The names and values of the headers: CloudEvents 1.0, Kafka protocol binding §3.2 (binary content mode). */
final class Envelope {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String TIME = "ce_time";
    static final String MEMBER = "ce_member";
    static final String TRACEPARENT = "ce_traceparent";
    static final String RESYNC = "ce_resync";

    private Envelope() {}

    static void write(Headers headers, AggregateType<?> aggregate, String id, OutboxEntry entry) {
        put(headers, "ce_specversion", "1.0");
        put(headers, ID, new EventId(aggregate.name(), id, entry.sequence()).toString());
        put(headers, TYPE, entry.type());
        put(headers, "ce_source", "/" + aggregate.source());
        put(headers, "ce_subject", id);
        put(headers, TIME, entry.time().toString());
        put(headers, "ce_sequence", Long.toString(entry.sequence()));
        put(headers, MEMBER, entry.member());
        put(headers, TRACEPARENT, entry.traceparent());
        put(headers, RESYNC, entry.resync() ? "true" : null);
        put(headers, "content-type", "application/json");
    }

    /** Spring Cloud Function renames what begins with {@code ce_}; a name of our own is left alone. */
    static String received(String header) {
        return "event." + header;
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}

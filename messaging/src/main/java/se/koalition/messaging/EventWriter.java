package se.koalition.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes an event's value: the fact, and the aggregate's public state after it with its last facts. */
final class EventWriter {

    private static final int HISTORY = 20;

    private final JsonMapper json;
    private final Clock clock;

    EventWriter(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Milliseconds are what the store keeps; finer would differ between an owner and its replicas. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Document history(Fact fact, long sequence, @Nullable String member) {
        Document happened = new Document("type", fact.type()).append("time", Date.from(now()));
        if (member != null) {
            happened.append("member", member);
        }
        return happened.append("sequence", sequence);
    }

    List<Document> append(List<Document> history, Document happened) {
        return Stream.concat(history.stream().skip(Math.max(0, history.size() - HISTORY + 1)), Stream.of(happened))
                .toList();
    }

    OutboxEntry entry(
            Fact fact,
            long sequence,
            @Nullable String member,
            @Nullable String traceparent,
            Object state,
            List<Document> history) {
        String value = value(json.valueToTree(fact), state, history);
        Instant time = history.getLast().getDate("time").toInstant();
        return new OutboxEntry(sequence, fact.type(), time, member, traceparent, false, value);
    }

    OutboxEntry resync(String lastType, long sequence, Object state, List<Document> history) {
        return new OutboxEntry(
                sequence, lastType, now(), null, null, true, value(json.createObjectNode(), state, history));
    }

    private String value(ObjectNode fact, Object state, List<Document> history) {
        ObjectNode stateNode = json.valueToTree(state);
        var facts = stateNode.putArray("history");
        for (Document happened : history) {
            ObjectNode node = facts.addObject();
            node.put("type", happened.getString("type"));
            node.put("time", happened.getDate("time").toInstant().toString());
            if (happened.getString("member") != null) {
                node.put("member", happened.getString("member"));
            }
            node.put("sequence", happened.getLong("sequence"));
        }
        ObjectNode value = json.createObjectNode();
        value.set("fact", fact);
        value.set("state", stateNode);
        return json.writeValueAsString(value);
    }
}

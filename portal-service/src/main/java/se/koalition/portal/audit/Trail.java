package se.koalition.portal.audit;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Event;
import se.koalition.messaging.EventId;

/**
 * Writes down each fact once, whatever comes first and however often. The event of a fact knows best where it happened
 * and what things were called then, so what it says stays; facts that only the history in a later state tells of are
 * added where they are missing.
 */
@Component
public class Trail {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** What answers and matches wait for; there are few of them, and each has few facts. */
    private static final Set<String> AWAITED = Set.of("meeting", "need");

    private final Entries entries;
    private final Whereabouts whereabouts;

    Trail(Entries entries, Whereabouts whereabouts) {
        this.entries = entries;
        this.whereabouts = whereabouts;
    }

    /** To be told after the event's state is kept. */
    public void remember(Event event) {
        List<Event.Happened> history = event.history();
        boolean isNews =
                !history.isEmpty() && history.getLast().sequence() == event.id().sequence();
        List<Event.Happened> past = isNews ? history.subList(0, history.size() - 1) : history;
        Optional<Document> before = past.isEmpty()
                ? Optional.empty()
                : entries.one(id(event, past.getLast()).toString());
        Whereabouts.Where where = where(event, before);

        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        if (before.isEmpty()) {
            past.forEach(happened -> writes.add(ifMissing(event, happened, where)));
        } else if (where.known() && before.get().containsKey("waits")) {
            writes.add(new UpdateOneModel<>(
                    eq("_id", before.get().getString("_id")),
                    found(before.get().containsKey("title") ? where.untitled() : where)));
        }
        if (isNews) {
            writes.add(anyway(event, history.getLast(), where));
        }
        entries.write(writes);
        if (AWAITED.contains(event.id().aggregateType()) && !writes.isEmpty()) {
            entries.settle(event.id().aggregateType() + ":" + event.id().aggregateId(), found(where));
        }
    }

    /** Who has left belongs nowhere any more; that was done where the member last belonged. */
    private Whereabouts.Where where(Event event, Optional<Document> before) {
        Whereabouts.Where where =
                whereabouts.of(event.id().aggregateType(), event.id().aggregateId(), event.state(Subject.class));
        return where.known() ? where : before.map(where::like).orElse(where);
    }

    private static UpdateOneModel<Document> ifMissing(Event event, Event.Happened happened, Whereabouts.Where where) {
        Document entry = entry(event, happened, where).append("coalitions", where.coalitions());
        if (where.waitsFor() != null) {
            entry.append("waits", where.waitsFor());
        }
        return write(id(event, happened), new Document("$setOnInsert", entry));
    }

    private static UpdateOneModel<Document> anyway(Event event, Event.Happened happened, Whereabouts.Where where) {
        Document told = entry(event, happened, where);
        Document otherwise = new Document();
        Document update = new Document("$set", told);
        String coalition = event.fact().path("coalitionId").asString("");
        Set<String> coalitions = coalition.isEmpty() ? where.coalitions() : Set.of(coalition);
        (coalitions.isEmpty() ? otherwise : told).append("coalitions", coalitions);
        if (where.waitsFor() == null) {
            update.append("$unset", new Document("waits", ""));
        } else {
            otherwise.append("waits", where.waitsFor());
        }
        return write(id(event, happened), otherwise.isEmpty() ? update : update.append("$setOnInsert", otherwise));
    }

    private static Document found(Whereabouts.Where where) {
        Document found = new Document("coalitions", where.coalitions());
        return new Document("$set", titled(found, where)).append("$unset", new Document("waits", ""));
    }

    private static UpdateOneModel<Document> write(EventId id, Document update) {
        return new UpdateOneModel<>(eq("_id", id.toString()), update, UPSERT);
    }

    private static Document entry(Event event, Event.Happened happened, Whereabouts.Where where) {
        Document entry = new Document("time", Date.from(happened.time()))
                .append("kind", event.id().aggregateType())
                .append("type", happened.type().replaceFirst("\\.v\\d+$", ""))
                .append("subject", event.id().aggregateId())
                .append("member", happened.member())
                .append("about", where.about());
        return titled(entry, where);
    }

    private static Document titled(Document entry, Whereabouts.Where where) {
        return where.title() == null
                ? entry
                : entry.append("title", where.title())
                        .append("words", where.title().toLowerCase(Locale.ROOT));
    }

    private static EventId id(Event event, Event.Happened happened) {
        return new EventId(event.id().aggregateType(), event.id().aggregateId(), happened.sequence());
    }
}

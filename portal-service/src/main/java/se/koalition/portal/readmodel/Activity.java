package se.koalition.portal.readmodel;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Event;
import se.koalition.messaging.EventId;
import se.koalition.messaging.StorePreparation;

/**
 * What has happened in a coalition, newest first. Items come from the history that every state carries, so that a
 * resync alone rebuilds them. Who answered and who became a member is nobody else's business and is left out.
 */
@Component
public class Activity implements StorePreparation {

    private static final Set<String> TOLD = Set.of(
            "coalition.started",
            "coalition.convenors-named",
            "coalition.activated",
            "coalition.concluded",
            "actors-import.accepted",
            "actors-import.finished",
            "meeting.scheduled",
            "meeting.rescheduled",
            "meeting.cancelled",
            "insight.shared",
            "need.opened",
            "need.met",
            "offer.opened");

    private final MongoCollection<Document> items;

    Activity(MongoOperations mongo) {
        items = mongo.getCollection("activity").withWriteConcern(WriteConcern.MAJORITY);
    }

    @Override
    public void prepare() {
        items.createIndex(
                Indexes.compoundIndex(Indexes.ascending("coalitionId"), Indexes.descending("time", "_id")),
                new IndexOptions().name("coalition"));
    }

    /** One thing that happened to a subject, of which the title is told as it was then. */
    public record Item(
            String id,
            Instant time,
            String type,
            String subjectId,
            String title,
            @Nullable String member) {}

    void remember(Event event, String coalitionId, String title, boolean everyone) {
        List<Document> told = new ArrayList<>();
        for (Event.Happened happened : event.history()) {
            if (TOLD.contains(plain(happened.type()))) {
                told.add(item(event, happened, coalitionId, title, everyone));
            }
        }
        insertMissing(told);
    }

    /**
     * Joining and leaving, from what the state keeps of them: the history says when but not where. An item is the same
     * as long as its coalition and its moment are, so that coming back later makes new ones. Who was merged into
     * another tells nothing more; the other one does.
     */
    void rememberTakingPart(Actor actor) {
        if (actor.mergedInto() != null) {
            return;
        }
        List<Document> told = new ArrayList<>();
        actor.participations().forEach(p -> told.add(item(actor, "joined-coalition", p.coalitionId(), p.joinedAt())));
        actor.formerParticipations().forEach(f -> {
            told.add(item(actor, "joined-coalition", f.coalitionId(), f.joinedAt()));
            told.add(item(actor, "left-coalition", f.coalitionId(), f.leftAt()));
        });
        insertMissing(told);
    }

    private static Document item(Actor actor, String what, String coalitionId, Instant time) {
        return new Document("_id", "actor:" + actor.id() + ":" + what + ":" + coalitionId + ":" + time.toEpochMilli())
                .append("coalitionId", coalitionId)
                .append("time", Date.from(time))
                .append("type", "actor." + what)
                .append("subject", actor.id())
                .append("title", actor.name())
                .append("everyone", true);
    }

    /**
     * One page of activity.
     *
     * @param everyone only what visitors may know
     * @param after the last item of the page before
     */
    public List<Item> newest(String coalitionId, boolean everyone, @Nullable Position after, int limit) {
        List<Bson> wanted = new ArrayList<>(List.of(eq("coalitionId", coalitionId)));
        if (everyone) {
            wanted.add(eq("everyone", true));
        }
        if (after != null) {
            Date time = Date.from(after.time());
            wanted.add(or(lt("time", time), and(eq("time", time), lt("_id", after.id()))));
        }
        return items.find(and(wanted))
                .sort(Sorts.descending("time", "_id"))
                .limit(limit)
                .map(Activity::read)
                .into(new ArrayList<>());
    }

    /** Where a page ends. */
    public record Position(Instant time, String id) {}

    private void insertMissing(List<Document> told) {
        if (told.isEmpty()) {
            return;
        }
        List<String> ids = told.stream().map(item -> item.getString("_id")).toList();
        Set<String> known = items.find(in("_id", ids))
                .projection(new Document("_id", 1))
                .map(item -> item.getString("_id"))
                .into(new HashSet<>());
        List<UpdateOneModel<Document>> missing = told.stream()
                .filter(item -> !known.contains(item.getString("_id")))
                .map(item -> new UpdateOneModel<Document>(
                        Filters.eq("_id", item.getString("_id")),
                        new Document("$setOnInsert", item),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!missing.isEmpty()) {
            items.bulkWrite(missing);
        }
    }

    private static Document item(
            Event event, Event.Happened happened, String coalitionId, String title, boolean everyone) {
        EventId id = new EventId(event.id().aggregateType(), event.id().aggregateId(), happened.sequence());
        return new Document("_id", id.toString())
                .append("coalitionId", coalitionId)
                .append("time", Date.from(happened.time()))
                .append("type", plain(happened.type()))
                .append("subject", id.aggregateId())
                .append("title", title)
                .append("member", happened.member())
                .append("everyone", everyone);
    }

    private static Item read(Document item) {
        return new Item(
                item.getString("_id"),
                item.getDate("time").toInstant(),
                item.getString("type"),
                item.getString("subject"),
                item.getString("title"),
                item.getString("member"));
    }

    /** Without its version. */
    private static String plain(String type) {
        return type.replaceFirst("\\.v\\d+$", "");
    }
}

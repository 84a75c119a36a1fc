package se.koalition.portal.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.messaging.StorePreparation;

/**
 * The entries as they are stored. One whose coalition was not known when it was written (an answer that came before
 * its meeting) names what it waits for, and is found by that until it has come.
 */
@Component
class Entries implements StorePreparation {

    private final MongoOperations mongo;
    private final MongoCollection<Document> entries;

    Entries(MongoOperations mongo) {
        this.mongo = mongo;
        this.entries = mongo.getCollection("audit").withWriteConcern(WriteConcern.MAJORITY);
    }

    @Override
    public void prepare() {
        entries.createIndex(
                Indexes.compoundIndex(Indexes.ascending("coalitions"), Indexes.descending("time", "_id")),
                new IndexOptions().name("coalition"));
        entries.createIndex(Indexes.ascending("waits"), new IndexOptions().sparse(true));
        entries.createIndex(Indexes.ascending("member", "time"));
        entries.createIndex(Indexes.ascending("about", "time"));
        // Only what was refused has an end.
        entries.createIndex(Indexes.ascending("expires"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    Optional<Document> one(String id) {
        return Optional.ofNullable(entries.find(eq("_id", id)).first());
    }

    /** In this order, so that what is there says that all before it is there too. */
    void write(List<UpdateOneModel<Document>> writes) {
        if (!writes.isEmpty()) {
            entries.bulkWrite(writes);
        }
    }

    /** Completes what has waited. */
    void settle(String waitedFor, Document update) {
        entries.updateMany(eq("waits", waitedFor), update);
    }

    void add(Document entry) {
        entries.insertOne(entry);
    }

    /** What a member did, oldest first. */
    List<Document> by(String memberId) {
        return oldestFirst(eq("member", memberId));
    }

    /** What others did to a member, oldest first. */
    List<Document> about(String memberId) {
        return oldestFirst(and(eq("about", memberId), ne("member", memberId)));
    }

    private List<Document> oldestFirst(Bson wanted) {
        return entries.find(wanted).sort(Sorts.ascending("time", "_id")).into(new ArrayList<>());
    }

    /** Newest first, after the given one. */
    List<Document> find(String coalitionId, List<Bson> wanted, @Nullable Document after, int limit) {
        List<Bson> all = new ArrayList<>(wanted);
        all.add(of(coalitionId));
        if (after != null) {
            Object time = after.get("time");
            all.add(or(lt("time", time), and(eq("time", time), lt("_id", after.getString("_id")))));
        }
        return entries.find(and(all))
                .sort(Sorts.descending("time", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private Bson of(String coalitionId) {
        List<String> waiting =
                entries.distinct("waits", exists("waits"), String.class).into(new ArrayList<>());
        List<String> here = new ArrayList<>();
        here.addAll(here("meeting", "meeting.coalitionId", coalitionId, waiting));
        here.addAll(here("actor", "actor.participations.coalitionId", coalitionId, waiting));
        Bson found = eq("coalitions", coalitionId);
        return here.isEmpty() ? found : or(found, in("waits", here));
    }

    private List<String> here(String type, String field, String coalitionId, List<String> waiting) {
        String prefix = type + ":";
        List<String> ids = waiting.stream()
                .filter(place -> place.startsWith(prefix))
                .map(place -> place.substring(prefix.length()))
                .toList();
        return ids.isEmpty()
                ? List.of()
                : mongo.getCollection(type)
                        .find(and(in("_id", ids), eq(field, coalitionId)))
                        .projection(new Document("_id", 1))
                        .map(document -> prefix + document.getString("_id"))
                        .into(new ArrayList<>());
    }
}

package se.koalition.portal.readmodel;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One number per coalition that rises after every change of what is shown of it, so that caches know. */
@Component
public class Stamps {

    /** Stands for what the list of all coalitions shows. */
    public static final String ALL = "all";

    private final MongoCollection<Document> stamps;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    Stamps(MongoOperations mongo) {
        this.stamps = mongo.getCollection("stamps").withWriteConcern(WriteConcern.MAJORITY);
    }

    /** Tells of each change that this process made, at once. */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** The present stamp; 0 for what nothing is known of. */
    public long now(String coalitionId) {
        Document stamp = stamps.find(Filters.eq("_id", coalitionId)).first();
        return stamp == null ? 0 : stamp.get("n", Number.class).longValue();
    }

    void touch(Collection<String> coalitionIds) {
        if (coalitionIds.isEmpty()) {
            return;
        }
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        stamps.bulkWrite(coalitionIds.stream()
                .map(id -> new UpdateOneModel<Document>(Filters.eq("_id", id), Updates.inc("n", 1L), upsert))
                .toList());
        coalitionIds.forEach(id -> listeners.forEach(listener -> listener.accept(id)));
    }
}

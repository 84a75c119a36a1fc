package se.koalition.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.not;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * What a service remembers of others' aggregates. A document may be fed by several aggregates, each under a path of
 * its own with its own sequence; each moves only forward, so that duplicates, reordering and replays change nothing.
 */
public final class Replicas {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final int DUPLICATE_KEY = 11000;

    private final MongoOperations mongo;
    private final MessagingMetrics metrics;
    private final Clock clock;

    Replicas(MongoOperations mongo, MessagingMetrics metrics, Clock clock) {
        this.mongo = mongo;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes an event's state over, unless something at least as new is there.
     *
     * @param path where in the document this aggregate's part is; the aggregate's type, or with its id behind a dot
     * @param part an object that the store can map
     * @return whether anything changed
     */
    public boolean take(String collection, String documentId, String path, Event event, Object part) {
        Document mapped = new Document("sequence", event.id().sequence());
        if (part instanceof Document document) {
            mapped.putAll(document);
        } else {
            mongo.getConverter().write(part, mapped);
        }
        Bson older = and(
                eq("_id", documentId), not(gte(path + ".sequence", event.id().sequence())));
        boolean taken = write(collection(collection), older, Updates.set(path, mapped));
        if (taken && !event.resync()) {
            Duration lag = Duration.between(event.time(), clock.instant());
            metrics.replicated(event, lag.isNegative() ? Duration.ZERO : lag);
        }
        return taken;
    }

    private static boolean write(MongoCollection<Document> collection, Bson older, Bson update) {
        try {
            var result = collection.updateOne(older, update, new UpdateOptions().upsert(true));
            return result.getUpsertedId() != null || result.getMatchedCount() > 0;
        } catch (MongoWriteException | MongoCommandException e) {
            if (e.getCode() != DUPLICATE_KEY) {
                throw e;
            }
            // Either it is there already, or another source made the document in this moment.
            return collection.updateOne(older, update).getMatchedCount() > 0;
        }
    }

    /** One source's part of a document, mapped. */
    public <T> Optional<T> find(String collection, String documentId, String path, Class<T> as) {
        return Optional.ofNullable(
                        collection(collection).find(eq("_id", documentId)).first())
                .map(document -> part(document, path, as));
    }

    /** The parts of all documents that match; paths in the filter begin with the source's path. */
    public <T> List<T> findAll(String collection, Bson filter, String path, Class<T> as) {
        List<T> found = new ArrayList<>();
        collection(collection).find(filter).forEach(document -> {
            T part = part(document, path, as);
            if (part != null) {
                found.add(part);
            }
        });
        return found;
    }

    private <T> @Nullable T part(Document document, String path, Class<T> as) {
        Document part = document.get(path, Document.class);
        return part == null ? null : mongo.getConverter().read(as, part);
    }

    /** Waits until a replica has come as far as a position that a caller has seen; whether it has. */
    public boolean await(String collection, String documentId, String path, long sequence, Duration atMost) {
        Bson there = and(eq("_id", documentId), gte(path + ".sequence", sequence));
        long end = System.nanoTime() + atMost.toNanos();
        while (collection(collection).find(there).first() == null) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL.toMillis()));
        }
        return true;
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getCollection(name).withWriteConcern(WriteConcern.MAJORITY);
    }
}

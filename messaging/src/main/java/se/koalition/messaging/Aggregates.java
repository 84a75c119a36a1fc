package se.koalition.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * The aggregates of one type with their outboxes: state and event are written by one update of one document, so that
 * either both are there after a crash or neither, without transactions.
 */
public final class Aggregates<S> implements StorePreparation {

    private static final int LAST_ALLOWED = 63;
    /** Among a handful of writers nobody loses as often as this by chance: a pause in the process must not end in a refusal. */
    private static final int RETRIES = 10;

    private static final long LONGEST_PAUSE = 320;
    static final String OUTBOX = "outbox";

    private final AggregateType<S> type;
    private final MongoOperations mongo;
    private final MongoCollection<Document> collection;
    private final Relay relay;
    private final EventWriter writer;

    Aggregates(AggregateType<S> type, MongoOperations mongo, Relay relay, JsonMapper json, Clock clock) {
        this.type = type;
        this.mongo = mongo;
        this.relay = relay;
        this.writer = new EventWriter(json, clock);
        this.collection = mongo.getCollection(type.collection()).withWriteConcern(WriteConcern.MAJORITY);
        relay.add(type, collection);
    }

    /** Lets the relay's sweep find what waits without reading every aggregate. */
    @Override
    public void prepare() {
        collection.createIndex(Indexes.ascending(OUTBOX + ".sequence"), new IndexOptions().sparse(true));
    }

    public AggregateType<S> type() {
        return type;
    }

    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::stored);
    }

    /** @throws Refused.NotFound if there is none */
    public Stored<S> get(String id) {
        return find(id).orElseThrow(() -> new Refused.NotFound(type.name(), id));
    }

    /** Those whose mapped state matches; paths begin with {@code state.}. */
    public List<Stored<S>> findAll(Bson filter) {
        return collection.find(filter).map(this::stored).into(new ArrayList<>());
    }

    /**
     * Stores a new aggregate. The same request again gets the same answer; that is how a caller retries safely.
     *
     * @param request tells one request from another: a digest of caller and content
     * @throws Refused.Conflict if another request took the id
     * @throws MongoWriteException if a unique index other than the id's refuses it
     */
    public Stored<S> create(String id, @Nullable String member, String request, Decision<S> decision) {
        EventId first = new EventId(type.name(), id, 1);
        if (insert(id, member, request, decision)) {
            return new Stored<>(first, decision.state());
        }
        Document there = Objects.requireNonNull(collection.find(eq("_id", id)).first());
        if (!request.equals(there.getString("request"))) {
            throw new Refused.Conflict("The id " + id + " is taken by another request.");
        }
        return new Stored<>(first, stored(there).state());
    }

    /** Whether the id was free. */
    private boolean insert(String id, @Nullable String member, String request, Decision<S> decision) {
        List<Document> history = List.of(writer.history(decision.fact(), 1, member));
        Document document = new Document("_id", id)
                .append("version", 1L)
                .append("request", request)
                .append("state", map(decision.state()))
                .append("history", history)
                .append(OUTBOX, List.of(entry(decision, 1, member, history).toDocument()));
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (isDuplicate(e) && collection.find(eq("_id", id)).first() != null) {
                return false;
            }
            throw e;
        }
        relay.wake(type, id);
        return true;
    }

    /**
     * Changes an aggregate by its own decision; {@code null} means that nothing needs to change.
     *
     * @param expected the version that the caller saw, or {@code null} if any will do
     */
    public Stored<S> change(
            String id, @Nullable Long expected, @Nullable String member, Function<S, @Nullable Decision<S>> decide) {
        return put(id, expected, member, state -> {
            if (state == null) {
                throw new Refused.NotFound(type.name(), id);
            }
            return decide.apply(state);
        });
    }

    /** {@link #change} where the aggregate may not exist yet: last wins, as with an answer. */
    public Stored<S> put(String id, @Nullable String member, Function<@Nullable S, Decision<S>> decide) {
        return put(id, null, member, decide);
    }

    private Stored<S> put(
            String id,
            @Nullable Long expected,
            @Nullable String member,
            Function<@Nullable S, @Nullable Decision<S>> decide) {
        for (int attempt = 0; attempt <= RETRIES; attempt++) {
            Optional<Stored<S>> written = tryOnce(id, expected, member, decide);
            if (written.isPresent()) {
                return written.get();
            }
            long pause = ThreadLocalRandom.current().nextLong(1, Math.min(LONGEST_PAUSE, 20L << attempt));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
        }
        throw new Refused.Conflict("Others change " + id + " at the same time. Try again.");
    }

    /** Empty if another writer was faster. */
    private Optional<Stored<S>> tryOnce(
            String id,
            @Nullable Long expected,
            @Nullable String member,
            Function<@Nullable S, @Nullable Decision<S>> decide) {
        Document current = collection.find(eq("_id", id)).first();
        Stored<S> stored = current == null ? null : stored(current);
        if (stored != null && expected != null && expected != stored.version()) {
            throw new Refused.StaleVersion(expected, stored.version());
        }
        Decision<S> decision = decide.apply(stored == null ? null : stored.state());
        if (decision == null) {
            return Optional.ofNullable(stored);
        }
        if (current == null || stored == null) {
            return insert(id, member, "", decision)
                    ? Optional.of(new Stored<>(new EventId(type.name(), id, 1), decision.state()))
                    : Optional.empty();
        }
        if (current.getList(OUTBOX, Document.class, List.of()).size() > LAST_ALLOWED) {
            throw new Refused.OutboxFull(id);
        }
        return append(current, stored, decision, member)
                ? Optional.of(new Stored<>(new EventId(type.name(), id, stored.version() + 1), decision.state()))
                : Optional.empty();
    }

    /** What the member did, as far as the last facts of each aggregate tell. */
    Stream<Deeds.Deed> deedsOf(String member) {
        List<Deeds.Deed> deeds = new ArrayList<>();
        for (Document found :
                collection.find(eq("history.member", member)).projection(Projections.include("history"))) {
            for (Document happened : found.getList("history", Document.class)) {
                if (member.equals(happened.getString("member"))) {
                    deeds.add(new Deeds.Deed(
                            happened.getDate("time").toInstant(), happened.getString("type"), found.getString("_id")));
                }
            }
        }
        return deeds.stream();
    }

    /** Tells everyone the current state of all aggregates once more, marked so that nobody reacts to it. */
    long resync() {
        long count = 0;
        for (Document found : collection.find().projection(Projections.include("_id"))) {
            if (resync(found.getString("_id"))) {
                count++;
            }
        }
        return count;
    }

    private boolean resync(String id) {
        while (true) {
            Document current = collection.find(eq("_id", id)).first();
            if (current == null) {
                return false;
            }
            Stored<S> stored = stored(current);
            List<Document> history = current.getList("history", Document.class);
            OutboxEntry entry = writer.resync(
                    history.getLast().getString("type"), stored.version() + 1, wire(stored.state()), history);
            if (write(id, stored.version(), push(OUTBOX, entry.toDocument()))) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean append(Document current, Stored<S> stored, Decision<S> decision, @Nullable String member) {
        long next = stored.version() + 1;
        List<Document> history = writer.append(
                current.getList("history", Document.class), writer.history(decision.fact(), next, member));
        return write(
                stored.id(),
                stored.version(),
                combine(
                        set("state", map(decision.state())),
                        set("history", history),
                        push(OUTBOX, entry(decision, next, member, history).toDocument())));
    }

    private boolean write(String id, long version, Bson update) {
        Bson unchangedAndNotFull =
                and(eq("_id", id), eq("version", version), exists(OUTBOX + "." + LAST_ALLOWED, false));
        if (collection
                        .updateOne(unchangedAndNotFull, combine(update, inc("version", 1L)))
                        .getMatchedCount()
                == 0) {
            return false;
        }
        relay.wake(type, id);
        return true;
    }

    private OutboxEntry entry(Decision<S> decision, long sequence, @Nullable String member, List<Document> history) {
        return writer.entry(decision.fact(), sequence, member, MDC.get("traceparent"), wire(decision.state()), history);
    }

    private Object wire(S state) {
        return type.wireState().apply(state);
    }

    private Document map(S state) {
        Document mapped = new Document();
        mongo.getConverter().write(state, mapped);
        return mapped;
    }

    private Stored<S> stored(Document document) {
        S state = mongo.getConverter().read(type.state(), document.get("state", Document.class));
        return new Stored<>(new EventId(type.name(), document.getString("_id"), document.getLong("version")), state);
    }

    /** Whether the store refused a write because of a unique index. */
    public static boolean isDuplicate(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}

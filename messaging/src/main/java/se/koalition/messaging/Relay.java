package se.koalition.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what waits in outboxes to the broker and clears it after the broker's acknowledgement: in order within an
 * aggregate, one record of it in flight, aggregates side by side. A crash at any point, or a second relay on the same
 * store, can only send a record twice.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** So many aggregates use broker and store at once; the others queue, as after an outage or at a resync. */
    private static final int AT_ONCE = 64;

    private static final Bson WAITING = gte(Aggregates.OUTBOX + ".sequence", 0L);
    private static final Bson OUTBOX_ONLY = Projections.include(Aggregates.OUTBOX);

    private record Key(AggregateType<?> type, String id) {}

    private final Publisher publisher;
    private final MessagingMetrics metrics;
    private final Clock clock;
    private final Map<AggregateType<?>, MongoCollection<Document>> collections = new ConcurrentHashMap<>();
    /** Aggregates on their way, and how often each was woken: again meanwhile means to look once more. */
    private final Map<Key, Integer> underWay = new ConcurrentHashMap<>();

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private volatile @Nullable ExecutorService threads;

    Relay(Publisher publisher, MessagingMetrics metrics, Clock clock) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    void add(AggregateType<?> type, MongoCollection<Document> collection) {
        collections.put(type, collection.withReadConcern(ReadConcern.MAJORITY));
    }

    /** Says that an aggregate has something to send; returns at once. */
    void wake(AggregateType<?> type, String id) {
        ExecutorService running = threads;
        Key key = new Key(type, id);
        if (running != null && underWay.merge(key, 1, Integer::sum) == 1) {
            try {
                running.execute(() -> relay(key));
            } catch (RejectedExecutionException stopped) {
                underWay.remove(key); // the sweep of the next start finds it
            }
        }
    }

    private void relay(Key key) {
        try {
            Integer woken;
            do {
                woken = underWay.get(key);
                sendUntilItWorks(key);
            } while (woken != null && !underWay.remove(key, woken));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failing aggregate backs off alone; the others go on. */
    private void sendUntilItWorks(Key key) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            turns.acquire();
            try {
                send(key);
                return;
            } catch (RuntimeException e) {
                log.warn("{} {} was not sent, trying again: {}", key.type().name(), key.id(), e.toString());
            } finally {
                turns.release();
            }
            Thread.sleep(Math.min(100L << Math.min(failures, 10), LONGEST_PAUSE.toMillis()));
        }
    }

    private void send(Key key) {
        MongoCollection<Document> collection = Objects.requireNonNull(collections.get(key.type()));
        Bson thisOne = eq("_id", key.id());
        for (Document waiting :
                outbox(collection.find(thisOne).projection(OUTBOX_ONLY).first())) {
            OutboxEntry entry = OutboxEntry.of(waiting);
            publisher.send(entry.toRecord(key.type(), key.id()));
            metrics.published(key.type().topic());
            collection.updateOne(thisOne, Updates.pull(Aggregates.OUTBOX, new Document("sequence", entry.sequence())));
        }
    }

    private static List<Document> outbox(@Nullable Document aggregate) {
        return aggregate == null ? List.of() : aggregate.getList(Aggregates.OUTBOX, Document.class, List.of());
    }

    /** Finds what a crash, another process or a failure left behind, at the start and then regularly. */
    private void sweep() {
        try {
            while (true) {
                try {
                    collections.forEach(this::sweep);
                } catch (RuntimeException e) {
                    log.warn("Outboxes could not be swept: {}", e.toString());
                }
                Thread.sleep(SWEEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep(AggregateType<?> type, MongoCollection<Document> collection) {
        long waiting = 0;
        Instant now = clock.instant();
        Instant oldest = now;
        for (Document aggregate : collection.find(WAITING).projection(OUTBOX_ONLY)) {
            List<Document> entries = outbox(aggregate);
            Instant first = OutboxEntry.of(entries.getFirst()).time();
            waiting += entries.size();
            oldest = first.isBefore(oldest) ? first : oldest;
            wake(type, aggregate.getString("_id"));
        }
        metrics.waiting(type, waiting, Duration.between(oldest, now));
    }

    @Override
    public synchronized void start() {
        ExecutorService started = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("relay-", 0).factory());
        threads = started;
        started.execute(this::sweep);
    }

    @Override
    public synchronized void stop() {
        ExecutorService running = threads;
        if (running != null) {
            threads = null;
            running.shutdownNow();
        }
        underWay.clear();
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}

package se.koalition.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private static final int BATCH = 256;
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Bson WAITING = gte("outbox.sequence", 0L);

    private record Key(AggregateType<?> type, String id) {}

    private record Acknowledged(Key key, long sequence, boolean more) {}

    private final Publisher publisher;
    private final MessagingMetrics metrics;
    private final Clock clock;
    private final Map<AggregateType<?>, MongoCollection<Document>> collections = new ConcurrentHashMap<>();
    private final BlockingQueue<Key> toSend = new LinkedBlockingQueue<>();
    private final BlockingQueue<Acknowledged> toClear = new LinkedBlockingQueue<>();
    /** Aggregates on their way; {@code true} if another entry may have come meanwhile. */
    private final Map<Key, Boolean> underWay = new ConcurrentHashMap<>();

    private final Map<Key, Integer> failures = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService threads;

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
        underWay.compute(new Key(type, id), (key, known) -> {
            if (known == null) {
                toSend.add(key);
            }
            return known != null;
        });
    }

    private void done(Key key, boolean more) {
        underWay.compute(key, (k, wokenMeanwhile) -> {
            if (more || Boolean.TRUE.equals(wokenMeanwhile)) {
                toSend.add(key);
                return false;
            }
            return null;
        });
    }

    private void send() throws InterruptedException {
        List<Key> batch = take(toSend);
        try {
            batch.stream().collect(Collectors.groupingBy(Key::type)).forEach(this::send);
        } catch (RuntimeException e) {
            log.warn("Outboxes could not be read, trying again: {}", e.toString());
            batch.forEach(this::later);
        }
    }

    private void send(AggregateType<?> type, List<Key> keys) {
        Map<String, Document> found = new HashMap<>();
        collection(type)
                .find(in("_id", keys.stream().map(Key::id).toList()))
                .projection(Projections.include("outbox"))
                .forEach(document -> found.put(document.getString("_id"), document));
        for (Key key : keys) {
            List<Document> waiting = outbox(found.get(key.id()));
            if (waiting.isEmpty()) {
                done(key, false);
            } else {
                send(key, OutboxEntry.of(waiting.getFirst()), waiting.size() > 1);
            }
        }
    }

    private void send(Key key, OutboxEntry entry, boolean more) {
        publisher.send(entry.toRecord(key.type(), key.id()), failure -> {
            if (failure == null) {
                failures.remove(key);
                metrics.published(key.type().topic());
                toClear.add(new Acknowledged(key, entry.sequence(), more));
            } else {
                log.warn("{} {} was not sent, trying again: {}", key.type().name(), key.id(), failure.toString());
                later(key);
            }
        });
    }

    /** A failing aggregate backs off alone; the others go on. */
    private void later(Key key) {
        int failed = failures.merge(key, 1, Integer::sum);
        long pause = Math.min(100L << Math.min(failed, 10), LONGEST_PAUSE.toMillis());
        ScheduledExecutorService running = threads;
        if (running != null && !running.isShutdown()) {
            running.schedule(() -> toSend.add(key), pause, TimeUnit.MILLISECONDS);
        }
    }

    private void clear() throws InterruptedException {
        List<Acknowledged> batch = take(toClear);
        batch.stream().collect(Collectors.groupingBy(a -> a.key().type())).forEach((type, sent) -> {
            try {
                List<WriteModel<Document>> pulls = new ArrayList<>();
                for (Acknowledged a : sent) {
                    pulls.add(new UpdateOneModel<>(
                            eq("_id", a.key().id()), Updates.pull("outbox", new Document("sequence", a.sequence()))));
                }
                collection(type).bulkWrite(pulls, new BulkWriteOptions().ordered(false));
            } catch (RuntimeException e) {
                log.warn("Sent events of {} could not be cleared, will be sent again: {}", type.name(), e.toString());
                sent.forEach(a -> later(a.key()));
                return;
            }
            sent.forEach(a -> done(a.key(), a.more()));
        });
    }

    /** Finds what a crash, another process or a failure left behind. */
    private void sweep() {
        try {
            collections.forEach((type, collection) -> {
                long waiting = 0;
                Instant oldest = clock.instant();
                for (Document document : collection.find(WAITING).projection(Projections.include("outbox"))) {
                    waiting += outbox(document).size();
                    Instant first = Aggregates.oldest(document);
                    oldest = first.isBefore(oldest) ? first : oldest;
                    wake(type, document.getString("_id"));
                }
                metrics.waiting(type, waiting, Duration.between(oldest, clock.instant()));
            });
        } catch (RuntimeException e) {
            log.warn("Outboxes could not be swept: {}", e.toString());
        }
    }

    private MongoCollection<Document> collection(AggregateType<?> type) {
        MongoCollection<Document> collection = collections.get(type);
        if (collection == null) {
            throw new IllegalStateException("No collection was added for " + type.name());
        }
        return collection;
    }

    private static List<Document> outbox(@Nullable Document document) {
        return document == null ? List.of() : document.getList("outbox", Document.class, List.of());
    }

    private static <T> List<T> take(BlockingQueue<T> queue) throws InterruptedException {
        List<T> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, BATCH - 1);
        return batch;
    }

    private static void repeat(InterruptibleStep step) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface InterruptibleStep {
        void run() throws InterruptedException;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(
                3, Thread.ofPlatform().name("relay-", 0).daemon().factory());
        started.execute(() -> repeat(this::send));
        started.execute(() -> repeat(this::clear));
        started.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        threads = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = threads;
        if (running != null) {
            running.shutdownNow();
            threads = null;
        }
        underWay.clear();
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}

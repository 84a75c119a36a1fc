package se.koalition.actor.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.messaging.Aggregates;

/**
 * Works imports off, row by row. Each row may be done twice without harm, and progress is stored every few rows (it
 * rewrites the document with the whole file), so a crash at any point only repeats some; a lease keeps two processes
 * from doing the same import, and whoever lost it, because a row took too long, stops without a word.
 */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int ROWS_AT_ONCE = 20;
    private static final Bson ACCEPTED = eq("state.status", ActorsImport.Status.ACCEPTED.name());

    private final Aggregates<ActorsImport> imports;
    private final MongoCollection<Document> collection;
    private final String ownName = UUID.randomUUID().toString();
    private final Actors actors;
    private final Coalitions coalitions;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService thread;

    ImportWorker(
            Aggregates<ActorsImport> imports,
            MongoOperations mongo,
            Actors actors,
            Coalitions coalitions,
            Clock clock) {
        this.imports = imports;
        this.collection = mongo.getCollection(imports.type().collection());
        this.actors = actors;
        this.coalitions = coalitions;
        this.clock = clock;
    }

    /** Says that there is something to do; returns at once. Whoever is stopping leaves it to the next start. */
    synchronized void wake() {
        if (thread != null) {
            thread.execute(this::workOff);
        }
    }

    private void workOff() {
        try {
            List<String> waiting = new ArrayList<>();
            collection
                    .find(ACCEPTED)
                    .projection(Projections.include("_id"))
                    .forEach(d -> waiting.add(d.getString("_id")));
            waiting.forEach(this::claimAndWorkOff);
        } catch (RuntimeException e) {
            log.warn("Imports wait: {}", e.toString());
        }
    }

    /** One that fails, for now or for ever, keeps none of the others waiting. */
    private void claimAndWorkOff(String id) {
        try {
            if (claim(id)) {
                workOffThenRelease(id);
            }
        } catch (RuntimeException e) {
            log.warn("The import {} is interrupted and will be tried again: {}", id, e.toString());
        }
    }

    private boolean claim(String id) {
        Bson free = or(exists("lease", false), lt("lease", Date.from(clock.instant())));
        return collection
                        .updateOne(and(eq("_id", id), ACCEPTED, free), combine(lease(), set("leasedBy", ownName)))
                        .getMatchedCount()
                == 1;
    }

    private Bson lease() {
        return set("lease", Date.from(clock.instant().plus(LEASE)));
    }

    /** Whoever stops in the middle, or fails, lets another go on at once. */
    private void workOffThenRelease(String id) {
        try {
            workOff(id);
        } finally {
            collection.updateOne(own(id), combine(unset("lease"), unset("leasedBy")));
        }
    }

    private Bson own(String id) {
        return and(eq("_id", id), eq("leasedBy", ownName));
    }

    /** A coalition that is concluded meanwhile takes nobody in any more: the rest of the rows is left out. */
    private void workOff(String id) {
        ActorsImport accepted = imports.get(id).state();
        ActorsImport.Outcome outcome = accepted.outcome();
        int row = accepted.done();
        while (row < accepted.rows().size() && coalitions.isOpen(accepted.coalitionId())) {
            if (!isRunning()) {
                return;
            }
            Profile next = accepted.rows().get(row);
            var broughtIn = actors.bringIn(next, accepted.coalitionId(), accepted.by(), "import " + id, id);
            outcome = outcome.plus(broughtIn.outcome());
            row++;
            if (row % ROWS_AT_ONCE == 0 && !remembered(id, row, outcome)) {
                return;
            }
        }
        if (remembered(id, row, outcome)) {
            imports.change(id, null, accepted.by(), current -> current.finish(clock.instant()));
        }
    }

    /** False where another has the import by now, and what this one knows of it is of yesterday. */
    private boolean remembered(String id, int done, ActorsImport.Outcome outcome) {
        Bson progress = combine(
                set("state.done", done),
                set("state.outcome.registered", outcome.registered()),
                set("state.outcome.joined", outcome.joined()),
                set("state.outcome.unchanged", outcome.unchanged()),
                lease());
        return collection.updateOne(and(own(id), ACCEPTED), progress).getMatchedCount() == 1;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("imports").factory());
        started.scheduleWithFixedDelay(this::workOff, 0, 5, TimeUnit.SECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

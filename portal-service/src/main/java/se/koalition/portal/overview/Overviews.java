package se.koalition.portal.overview;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Stamps;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps each coalition's overview ready. Changes that come through this process show at once, those of another replica
 * of the portal after 50 ms at most: that old may the look at the coalition's stamp be.
 */
@Component
public class Overviews {

    private static final long LOOK = Duration.ofMillis(50).toNanos();

    private final Builder builder;
    private final Stamps stamps;
    private final JsonMapper json;
    private final Map<String, Cell> cells = new ConcurrentHashMap<>();

    Overviews(Builder builder, Stamps stamps, JsonMapper json) {
        this.builder = builder;
        this.stamps = stamps;
        this.json = json;
        stamps.listen(coalitionId -> {
            Cell cell = cells.get(coalitionId);
            if (cell != null) {
                cell.changes.incrementAndGet();
            }
        });
    }

    /** The overview with whatever was in the read model when the awaited had come; empty if there is no such coalition. */
    public Optional<Ready> get(String coalitionId, Reached reached) {
        Cell cell = cells.get(coalitionId);
        if (cell != null) {
            Ready ready = cell.fresh(reached);
            if (ready != null) {
                return Optional.of(ready);
            }
        } else if (stamps.now(coalitionId) == 0) {
            // Nobody fills the memory by asking for what does not exist.
            return Optional.empty();
        }
        return cells.computeIfAbsent(coalitionId, id -> new Cell()).look(coalitionId, reached);
    }

    /** One coalition's place. What it holds is replaced as a whole. */
    private final class Cell {
        private final ReentrantLock oneBuilds = new ReentrantLock();
        private final AtomicLong changes = new AtomicLong();
        private volatile @Nullable State state;

        /** @param changes how many were known when the look began */
        private record State(Ready ready, long stamp, long builtFrom, long lookedAt, long changes) {}

        @Nullable Ready fresh(Reached reached) {
            State now = state;
            return now != null
                            && System.nanoTime() - now.lookedAt < LOOK
                            && now.changes == changes.get()
                            && now.builtFrom - reached.since() >= 0
                    ? now.ready
                    : null;
        }

        Optional<Ready> look(String coalitionId, Reached reached) {
            oneBuilds.lock();
            try {
                Ready ready = fresh(reached);
                if (ready != null) {
                    return Optional.of(ready);
                }
                // In this order: a change in between is found by the next look.
                long known = changes.get();
                long start = System.nanoTime();
                long stamp = stamps.now(coalitionId);
                State old = state;
                if (old != null && old.stamp == stamp && old.builtFrom - reached.since() >= 0) {
                    state = new State(old.ready, stamp, old.builtFrom, start, known);
                    return Optional.of(old.ready);
                }
                Optional<Ready> built = builder.build(coalitionId).map(b -> Ready.of(b, json));
                built.ifPresent(r -> state = new State(r, stamp, start, start, known));
                return built;
            } finally {
                oneBuilds.unlock();
            }
        }
    }
}

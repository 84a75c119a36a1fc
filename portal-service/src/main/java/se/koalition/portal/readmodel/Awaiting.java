package se.koalition.portal.readmodel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Replicas;

/** Lets a caller read what they just wrote: a position that they were told is awaited before the answer. */
@Component
public class Awaiting {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST = 8;
    private static final Set<String> KNOWN = Set.of(
            "coalition",
            "actor",
            "actors-import",
            "member",
            "join-request",
            "meeting",
            "answer",
            "insight",
            "need",
            "offer",
            "match");
    private static final long START = System.nanoTime();

    private final Replicas replicas;
    /** When a position was first seen here, by the nano clock: whatever is read after that holds it. */
    private final Cache<String, Long> arrived =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Awaiting(Replicas replicas) {
        this.replicas = replicas;
    }

    /**
     * How far the read model is.
     *
     * @param since by the nano clock: what was read later holds all awaited positions
     * @param stale some position did not come in time
     */
    public record Reached(long since, boolean stale) {
        /** Nothing was awaited. */
        public static final Reached NOTHING_AWAITED = new Reached(START, false);
    }

    /** Waits up to two seconds for all; what is no position is passed over. */
    public Reached await(Collection<String> positions) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long since = START;
        boolean stale = false;
        for (String position : positions.stream().limit(MOST).toList()) {
            Long seen = arrived.getIfPresent(position);
            if (seen == null) {
                Optional<EventId> id = EventId.parse(position);
                if (id.isEmpty()) {
                    continue;
                }
                if (!await(id.get(), Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                    stale = true;
                    continue;
                }
                seen = System.nanoTime();
                arrived.put(position, seen);
            }
            since = Math.max(since, seen);
        }
        return new Reached(since, stale);
    }

    private boolean await(EventId id, Duration atMost) {
        String type = id.aggregateType();
        if (!KNOWN.contains(type)) {
            return false;
        }
        String aggregate = id.aggregateId();
        if (!type.equals("answer")) {
            return replicas.await(type, aggregate, type, id.sequence(), atMost);
        }
        int colon = aggregate.indexOf(':');
        return colon > 0
                && replicas.await(
                        "meeting",
                        aggregate.substring(0, colon),
                        "answers." + aggregate.substring(colon + 1),
                        id.sequence(),
                        atMost);
    }
}

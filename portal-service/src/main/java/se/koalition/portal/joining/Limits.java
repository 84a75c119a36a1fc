package se.koalition.portal.joining;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** So many requests in an hour from a sender, to a coalition, and for an address, which may be somebody else's. */
final class Limits {

    static final int PER_ADDRESS = 5;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Cache<String, AtomicInteger> counters =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();
    private final int perSender;
    private final int perCoalition;

    Limits(int perSender, int perCoalition) {
        this.perSender = perSender;
        this.perCoalition = perCoalition;
    }

    boolean allow(String sender, String coalitionId, String address) {
        return count("sender " + sender) <= perSender
                && count("address " + address) <= PER_ADDRESS
                && count("coalition " + coalitionId) <= perCoalition;
    }

    private int count(String key) {
        return counters.get(key, k -> new AtomicInteger()).incrementAndGet();
    }
}

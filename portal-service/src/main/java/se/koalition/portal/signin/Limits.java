package se.koalition.portal.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Keeps anybody from filling a mailbox: so many links in ten minutes for an address, and for a sender. */
@Component
class Limits {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int PER_ADDRESS = 5;
    private static final int PER_SENDER = 60;

    private final Cache<String, AtomicInteger> addresses = counters();
    private final Cache<String, AtomicInteger> senders = counters();

    private static Cache<String, AtomicInteger> counters() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(WINDOW)
                .build();
    }

    boolean allow(String address, String sender) {
        return count(senders, sender) <= PER_SENDER && count(addresses, address) <= PER_ADDRESS;
    }

    private static int count(Cache<String, AtomicInteger> counters, String key) {
        return counters.get(key, k -> new AtomicInteger()).incrementAndGet();
    }
}

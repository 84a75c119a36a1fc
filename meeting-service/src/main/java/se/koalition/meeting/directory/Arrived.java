package se.koalition.meeting.directory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Positions that the directory is known to have reached. It never goes back, so that a yes stays true and need not be
 * read from the store at each request of the same member.
 */
final class Arrived {

    private static final int MOST = 20_000;

    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    boolean has(String memberId, long sequence) {
        return sequences.getOrDefault(memberId, 0L) >= sequence;
    }

    void add(String memberId, long sequence) {
        if (sequences.size() >= MOST) {
            sequences.clear();
        }
        sequences.merge(memberId, sequence, Math::max);
    }
}

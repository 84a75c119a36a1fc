package se.koalition.messaging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What a member did, for whoever has the right to know: the member themself. */
public final class Deeds {

    private final List<Aggregates<?>> all;

    Deeds(List<Aggregates<?>> all) {
        this.all = all;
    }

    /** @param subject the id of the aggregate that they changed */
    public record Deed(Instant time, String type, String subject) {}

    /** Oldest first, from the last twenty facts of each aggregate of this service. */
    public List<Deed> of(String member) {
        return all.stream()
                .flatMap(aggregates -> aggregates.deedsOf(member))
                .sorted(Comparator.comparing(Deed::time))
                .toList();
    }
}

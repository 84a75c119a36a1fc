package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation and the coalitions in which it takes part, oldest participation first. */
public record Actor(
        long sequence,
        String id,
        String name,
        String sector,
        @Nullable String municipality,
        List<Participation> participations) {

    /** Since when, and by which import if one brought it. */
    public record Participation(
            String coalitionId, Instant joinedAt, @Nullable String importId) {}

    public Actor {
        participations = Absent.orEmpty(participations);
    }
}

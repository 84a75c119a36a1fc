package se.koalition.notification.directory;

import java.time.Instant;
import java.util.List;

/** An organisation and the coalitions that it takes part in. */
public record Actor(String id, String name, List<Participation> participations) {

    /** Since when it takes part in one coalition. */
    public record Participation(String coalitionId, Instant joinedAt) {}
}

package se.koalition.portal.readmodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A list of actors on its way into a coalition. */
public record ActorsImport(
        long sequence,
        String id,
        String coalitionId,
        int rows,
        String status,
        Instant acceptedAt,
        @Nullable Instant finishedAt,
        @Nullable Outcome outcome) {

    /** How many rows led to what. */
    public record Outcome(int registered, int joined, int unchanged) {}
}

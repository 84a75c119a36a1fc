package se.koalition.portal.readmodel;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    /**
     * How many rows led to what.
     *
     * @param leftOut those that came too late, for the coalition was concluded; absent if there were none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            int registered,
            int joined,
            int unchanged,
            @Nullable Integer leftOut) {}
}

package se.koalition.portal.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need or an offer.
 *
 * @param text plain
 * @param validUntil the last day, in Sweden
 * @param status as its owner tells it, who does not count an expired one
 */
public record Posting(
        long sequence,
        String id,
        String coalitionId,
        String actorId,
        String memberId,
        String title,
        String text,
        List<String> themes,
        @Nullable String municipality,
        @Nullable String municipalityCode,
        LocalDate validUntil,
        String status,
        Instant openedAt,
        @Nullable Instant closedAt) {

    public Posting {
        themes = Absent.orEmpty(themes);
    }

    /** {@code open}, {@code expired}, {@code met} or {@code withdrawn}. */
    public String statusOn(LocalDate day) {
        return status.equals("open") && validUntil.isBefore(day) ? "expired" : status;
    }
}

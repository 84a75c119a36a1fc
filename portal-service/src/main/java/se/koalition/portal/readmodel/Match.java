package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need and an offer that were brought together.
 *
 * @param contactedBy the member who took contact
 * @param contactedActorId the other side
 * @param message for the two actors' members alone
 * @param status contacted, met or concluded
 */
public record Match(
        long sequence,
        String id,
        String coalitionId,
        String needId,
        String offerId,
        String needActorId,
        String offerActorId,
        String contactedBy,
        String contactedActorId,
        String status,
        @Nullable String message,
        @Nullable String result,
        Instant contactedAt,
        @Nullable Instant metAt,
        @Nullable Instant concludedAt) {

    public List<String> actors() {
        return List.of(needActorId, offerActorId);
    }

    public boolean haveMet() {
        return !status.equals("contacted");
    }
}

package se.koalition.notification.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A need and an offer that a member brought together by taking contact with the other side.
 *
 * @param message gone when the member who wrote it is erased
 */
public record Match(
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
        Instant contactedAt) {

    /** Whether the other side may still not know. */
    public boolean isNews() {
        return status.equals("contacted");
    }

    public boolean needWasContacted() {
        return contactedActorId.equals(needActorId);
    }

    /** The side that took contact. */
    public String contactingActorId() {
        return needWasContacted() ? offerActorId : needActorId;
    }
}

package se.koalition.portal.readmodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organisation asks to join a coalition.
 *
 * @param why missing some time after the answer
 * @param memberId who asks, once that is known
 * @param proven false calls for a second look
 * @param status held, accepted or declined
 */
public record JoinRequest(
        long sequence,
        String id,
        String coalitionId,
        String organisation,
        String sector,
        @Nullable String municipality,
        @Nullable String why,
        @Nullable String memberId,
        boolean proven,
        String status,
        @Nullable String message,
        @Nullable String actorId,
        Instant receivedAt,
        @Nullable Instant decidedAt) {

    public boolean held() {
        return status.equals("held");
    }
}

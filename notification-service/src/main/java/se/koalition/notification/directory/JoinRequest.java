package se.koalition.notification.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organisation asks to join a coalition.
 *
 * @param memberId who asks, once that is known
 * @param proven whether the sender did the work that keeps programs off
 * @param status held, accepted or declined
 * @param message what a coordinator wrote when declining
 * @param actorId the actor that was taken in
 */
public record JoinRequest(
        String id,
        String coalitionId,
        String organisation,
        @Nullable String memberId,
        boolean proven,
        String status,
        @Nullable String message,
        @Nullable String actorId,
        Instant receivedAt) {}

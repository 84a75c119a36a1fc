package se.koalition.actor.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.actors.Sector;

/** A request to join as others know it: {@code contracts/schemas/join-request.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JoinRequestState(
        String id,
        String coalitionId,
        String organisation,
        Sector sector,
        @Nullable String municipality,
        @Nullable String why,
        @Nullable String memberId,
        boolean proven,
        String status,
        @Nullable String message,
        @Nullable String actorId,
        Instant receivedAt,
        @Nullable Instant decidedAt) {

    static JoinRequestState of(JoinRequest r) {
        JoinRequest.Answer a = r.answer();
        return new JoinRequestState(
                r.id(),
                r.coalitionId(),
                r.organisation().name(),
                r.organisation().sector(),
                r.organisation().municipality(),
                r.why(),
                r.memberId(),
                r.proven(),
                a == null ? "held" : a.actorId() == null ? "declined" : "accepted",
                a == null ? null : a.message(),
                a == null ? null : a.actorId(),
                r.receivedAt(),
                a == null ? null : a.at());
    }
}

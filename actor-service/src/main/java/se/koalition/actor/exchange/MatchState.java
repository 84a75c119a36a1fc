package se.koalition.actor.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A match as others know it: {@code contracts/schemas/match.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchState(
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

    static MatchState of(Match m) {
        return new MatchState(
                m.id(),
                m.coalitionId(),
                m.needId(),
                m.offerId(),
                m.needActorId(),
                m.offerActorId(),
                m.contactedBy(),
                m.contactedActorId(),
                m.status().name().toLowerCase(Locale.ROOT),
                m.message(),
                m.result(),
                m.contactedAt(),
                m.metAt(),
                m.concludedAt());
    }
}

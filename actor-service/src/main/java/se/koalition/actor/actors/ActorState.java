package se.koalition.actor.actors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An actor as others know it: {@code contracts/schemas/actor.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActorState(
        String id,
        String name,
        Sector sector,
        @Nullable String municipality,
        List<ParticipationState> participations,
        Instant registeredAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParticipationState(
            String coalitionId, Instant joinedAt, @Nullable String importId) {}

    static ActorState of(Actor a) {
        List<ParticipationState> participations = a.participations().stream()
                .map(p -> new ParticipationState(p.coalitionId(), p.joinedAt(), p.importId()))
                .toList();
        return new ActorState(a.id(), a.name(), a.sector(), a.municipality(), participations, a.registeredAt());
    }
}

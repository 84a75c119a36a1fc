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
        @Nullable String municipalityCode,
        @Nullable String organisationNumber,
        @Nullable String website,
        @Nullable String description,
        @Nullable String publicContact,
        List<ParticipationState> participations,
        List<FormerState> formerParticipations,
        @Nullable String mergedInto,
        Instant registeredAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParticipationState(
            String coalitionId, Instant joinedAt, @Nullable String importId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormerState(
            String coalitionId,
            Instant joinedAt,
            Instant leftAt,
            @Nullable String reason) {}

    static ActorState of(Actor a) {
        return new ActorState(
                a.id(),
                a.name(),
                a.sector(),
                a.municipality(),
                a.profile().municipalityCode(),
                a.organisationNumber(),
                a.website(),
                a.description(),
                a.publicContact(),
                a.participations().stream()
                        .map(p -> new ParticipationState(p.coalitionId(), p.joinedAt(), p.importId()))
                        .toList(),
                a.former().stream()
                        .map(f -> new FormerState(f.was().coalitionId(), f.was().joinedAt(), f.leftAt(), f.reason()))
                        .toList(),
                a.mergedInto(),
                a.registeredAt());
    }
}

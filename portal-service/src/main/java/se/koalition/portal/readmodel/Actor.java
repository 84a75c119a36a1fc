package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organisation and the coalitions in which it takes part, oldest participation first.
 *
 * @param municipalityCode of a municipality that coalitions count by
 * @param publicContact how the public reaches it
 * @param mergedInto the actor that this one was a duplicate of, if it was
 */
public record Actor(
        long sequence,
        String id,
        String name,
        String sector,
        @Nullable String municipality,
        @Nullable String municipalityCode,
        @Nullable String organisationNumber,
        @Nullable String website,
        @Nullable String description,
        @Nullable String publicContact,
        List<Participation> participations,
        List<Former> formerParticipations,
        @Nullable String mergedInto) {

    /** Since when, and by which import if one brought it. */
    public record Participation(
            String coalitionId, Instant joinedAt, @Nullable String importId) {}

    /** From when to when, and why it left, if it said. */
    public record Former(
            String coalitionId,
            Instant joinedAt,
            Instant leftAt,
            @Nullable String reason) {}

    public Actor {
        participations = Absent.orEmpty(participations);
        formerParticipations = Absent.orEmpty(formerParticipations);
    }

    /** The coalition whose coordinators care for the actor beside its own people: where it has taken part longest. */
    public Optional<String> home() {
        return participations.stream()
                .min(Comparator.comparing(Participation::joinedAt))
                .map(Participation::coalitionId);
    }

    /** Whether it takes part in the coalition now. */
    public boolean isIn(String coalitionId) {
        return participations.stream().anyMatch(p -> p.coalitionId().equals(coalitionId));
    }
}

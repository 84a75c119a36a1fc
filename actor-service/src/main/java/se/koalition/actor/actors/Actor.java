package se.koalition.actor.actors;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.http.Written;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Refused;

/**
 * An organisation, with the coalitions in which it takes part.
 *
 * @param former where it took part, in the order of leaving
 * @param duplicates ids of those that were merged into this one
 * @param handedOver where this one took part when it was merged into another
 * @param mergedInto the id of the one that this was a duplicate of; it takes part nowhere itself then
 */
record Actor(
        String id,
        String name,
        Sector sector,
        @Nullable String municipality,
        @Nullable String organisationNumber,
        @Nullable String website,
        @Nullable String description,
        @Nullable String publicContact,
        List<Participation> participations,
        List<Former> former,
        List<String> duplicates,
        List<Participation> handedOver,
        @Nullable String mergedInto,
        Instant registeredAt) {

    /** @param importId the import that brought the actor in, if one did */
    record Participation(
            String coalitionId, Instant joinedAt, @Nullable String importId) {}

    record Former(
            Participation was, Instant leftAt, @Nullable String reason) {}

    /** What was stored before there was leaving and merging has no such lists. */
    Actor {
        former = Objects.requireNonNullElse(former, List.of());
        duplicates = Objects.requireNonNullElse(duplicates, List.of());
        handedOver = Objects.requireNonNullElse(handedOver, List.of());
    }

    /** An organisation is the same in every coalition, so its id follows from its name. */
    static String idFor(String name) {
        String normalised = Written.tidied(name).toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(("actor:" + normalised).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static Decision<Actor> register(String id, Profile profile, Instant now) {
        return new Decision<>(
                of(id, profile, List.of(), List.of(), List.of(), List.of(), null, now), new ActorFacts.Registered());
    }

    private static Actor of(
            String id,
            Profile p,
            List<Participation> participations,
            List<Former> former,
            List<String> duplicates,
            List<Participation> handedOver,
            @Nullable String mergedInto,
            Instant registeredAt) {
        return new Actor(
                id,
                p.name(),
                p.sector(),
                p.municipality(),
                p.organisationNumber(),
                p.website(),
                p.description(),
                p.publicContact(),
                participations,
                former,
                duplicates,
                handedOver,
                mergedInto,
                registeredAt);
    }

    Profile profile() {
        return new Profile(name, sector, municipality, organisationNumber, website, description, publicContact);
    }

    /** The same again is nothing new. */
    @Nullable Decision<Actor> describe(Profile profile) {
        mustBeItself();
        List<String> changed = profile().changed(profile);
        return changed.isEmpty()
                ? null
                : new Decision<>(
                        of(id, profile, participations, former, duplicates, handedOver, mergedInto, registeredAt),
                        new ActorFacts.Described(changed));
    }

    /**
     * Joining where it takes part already is nothing new, and neither is an import's repeated row after the actor has
     * left again. Who was merged into another leaves it to that one.
     */
    @Nullable Decision<Actor> join(String coalitionId, @Nullable String importId, Instant now) {
        boolean leftSince = importId != null
                && former.stream().anyMatch(f -> importId.equals(f.was().importId()));
        return mergedInto != null || participation(coalitionId) != null || leftSince
                ? null
                : joined(new Participation(coalitionId, now, importId));
    }

    private Decision<Actor> joined(Participation participation) {
        return new Decision<>(
                taking(plus(participations, participation), former, duplicates),
                new ActorFacts.JoinedCoalition(participation.coalitionId(), participation.importId()));
    }

    /** Leaving where it has left already is nothing new. */
    @Nullable Decision<Actor> leave(String coalitionId, @Nullable String reason, Instant now) {
        Participation was = participation(coalitionId);
        if (was == null) {
            return null;
        }
        List<Participation> left =
                participations.stream().filter(p -> !p.equals(was)).toList();
        return new Decision<>(
                taking(left, plus(former, new Former(was, now, reason)), duplicates),
                new ActorFacts.LeftCoalition(coalitionId, reason));
    }

    /** Takes part from now on wherever its duplicate does, which follows afterwards: nowhere is nobody in between. */
    @Nullable Decision<Actor> takeOver(Actor duplicate) {
        mustBeItself();
        if (duplicates.contains(duplicate.id())) {
            return null;
        }
        List<Participation> others = duplicate.participations().stream()
                .filter(p -> participation(p.coalitionId()) == null)
                .toList();
        List<Participation> all =
                Stream.concat(participations.stream(), others.stream()).toList();
        return new Decision<>(
                taking(all, former, plus(duplicates, duplicate.id())), new ActorFacts.DuplicateMerged(duplicate.id()));
    }

    /** Where the duplicate joined in the last moment; unless this one has left there since it took over. */
    @Nullable Decision<Actor> takeOver(Participation late, Instant takenOverAt) {
        boolean leftSince = former.stream()
                .anyMatch(f -> f.was().coalitionId().equals(late.coalitionId())
                        && !f.leftAt().isBefore(takenOverAt));
        return mergedInto != null || participation(late.coalitionId()) != null || leftSince ? null : joined(late);
    }

    /**
     * Once a duplicate of one, it is nobody else's. Of two that took each other over in the same moment, the one with the
     * smaller id stays: both decide for themselves, and must come to the same.
     */
    @Nullable Decision<Actor> mergeInto(String survivorId) {
        boolean staysOfTwo = duplicates.contains(survivorId) && id.compareTo(survivorId) < 0;
        return mergedInto != null || staysOfTwo
                ? null
                : new Decision<>(
                        of(id, profile(), List.of(), former, duplicates, participations, survivorId, registeredAt),
                        new ActorFacts.Merged(survivorId));
    }

    private Actor taking(List<Participation> present, List<Former> past, List<String> merged) {
        return of(id, profile(), present, past, merged, handedOver, mergedInto, registeredAt);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    /** @throws Refused.Conflict if it was merged into another */
    void mustBeItself() {
        if (mergedInto != null) {
            throw new Refused.Conflict(
                    "“" + name + "” was a duplicate and is now the actor " + mergedInto + ". Change that one.");
        }
    }

    @Nullable Participation participation(String coalitionId) {
        return participations.stream()
                .filter(p -> p.coalitionId().equals(coalitionId))
                .findFirst()
                .orElse(null);
    }
}

package se.koalition.actor.actors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.http.Written;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;

/** An organisation, with the coalitions in which it takes part. */
record Actor(
        String id,
        String name,
        Sector sector,
        @Nullable String municipality,
        List<Participation> participations,
        Instant registeredAt) {

    /** @param importId the import that brought the actor in, if one did */
    record Participation(
            String coalitionId, Instant joinedAt, @Nullable String importId) {}

    record Registered() implements Fact {
        @Override
        public String type() {
            return "actor.registered.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JoinedCoalition(String coalitionId, @Nullable String importId) implements Fact {
        @Override
        public String type() {
            return "actor.joined-coalition.v1";
        }
    }

    /** An organisation is the same in every coalition, so its id follows from its name. */
    static String idFor(String name) {
        String normalised = Written.tidied(name).toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(("actor:" + normalised).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static Decision<Actor> register(String id, String name, Sector sector, @Nullable String municipality, Instant now) {
        return new Decision<>(
                new Actor(id, Written.tidied(name), sector, municipality, List.of(), now), new Registered());
    }

    /** Joining where it takes part already is nothing new. */
    @Nullable Decision<Actor> join(String coalitionId, @Nullable String importId, Instant now) {
        if (participation(coalitionId) != null) {
            return null;
        }
        Participation joined = new Participation(coalitionId, now, importId);
        List<Participation> all =
                Stream.concat(participations.stream(), Stream.of(joined)).toList();
        return new Decision<>(
                new Actor(id, name, sector, municipality, all, registeredAt),
                new JoinedCoalition(coalitionId, importId));
    }

    @Nullable Participation participation(String coalitionId) {
        return participations.stream()
                .filter(p -> p.coalitionId().equals(coalitionId))
                .findFirst()
                .orElse(null);
    }
}

package se.koalition.actor.actors;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.actor.members.Participations;
import se.koalition.actor.places.Municipalities;
import se.koalition.actor.places.Municipality;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Refused;
import se.koalition.messaging.Stored;

/** Bringing actors into coalitions: each is registered once and joins each coalition once, however often asked. */
@Component
public class Actors implements Participations {

    private final Aggregates<Actor> actors;
    private final Clock clock;

    Actors(Aggregates<Actor> actors, Clock clock) {
        this.actors = actors;
        this.clock = clock;
    }

    /** What bringing one actor in came to. */
    public enum Outcome {
        /** It was unknown before. */
        REGISTERED,
        /** It was known and joined now. */
        JOINED,
        /** It took part already. */
        UNCHANGED
    }

    /** An actor as someone names it. */
    public record Named(
            String name, Sector sector, @Nullable String municipality) {}

    /** The result, the same again when an interrupted import repeats it. */
    public record BroughtIn(EventId position, Outcome outcome) {}

    /**
     * Registers the actor where it is unknown, then lets it join.
     *
     * @param request tells this request from others that name the same actor
     */
    public BroughtIn bringIn(Named named, String coalitionId, String by, String request, @Nullable String importId) {
        String id = Actor.idFor(named.name());
        boolean registered = register(id, named, by, request);
        Stored<Actor> after = actors.change(id, null, by, actor -> actor.join(coalitionId, importId, clock.instant()));
        Actor.Participation participation = after.state().participation(coalitionId);
        boolean joined = importId != null && participation != null && importId.equals(participation.importId());
        Outcome outcome = registered ? Outcome.REGISTERED : joined ? Outcome.JOINED : Outcome.UNCHANGED;
        return new BroughtIn(after.position(), outcome);
    }

    private boolean register(String id, Named named, String by, String request) {
        try {
            String place = asShipped(named.municipality());
            var registered = Actor.register(id, named.name(), named.sector(), place, clock.instant());
            actors.create(id, by, request, registered);
            return true;
        } catch (Refused.Conflict knownAlready) {
            return false;
        }
    }

    /** A municipality that coalitions count by, named by name or code, gets its own spelling. */
    private static @Nullable String asShipped(@Nullable String place) {
        return place == null
                ? null
                : Municipalities.find(place).map(Municipality::name).orElse(place);
    }

    /** The id that an actor of this name has or would get. */
    public static String idFor(String name) {
        return Actor.idFor(name);
    }

    /** Whether there is such an actor, and it takes part in the coalition. */
    public boolean takesPart(String actorId, String coalitionId) {
        return actors.find(actorId)
                .map(found -> found.state().participation(coalitionId))
                .isPresent();
    }

    /** @throws Refused.NotFound if there is none */
    void mustExist(String actorId) {
        actors.get(actorId);
    }

    @Override
    public List<String> of(String actorId) {
        return actors.find(actorId).stream()
                .flatMap(found -> found.state().participations().stream())
                .map(Actor.Participation::coalitionId)
                .toList();
    }
}

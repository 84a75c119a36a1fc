package se.koalition.actor.actors;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.actor.members.Participations;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Refused;
import se.koalition.messaging.Stored;

/** Bringing actors into coalitions: each is registered once and joins each coalition once, however often asked. */
@Component
public class Actors implements Participations {

    private final Aggregates<Actor> actors;
    private final MongoOperations mongo;
    private final Clock clock;

    Actors(Aggregates<Actor> actors, MongoOperations mongo, Clock clock) {
        this.actors = actors;
        this.mongo = mongo;
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

    /** The result, the same again when an interrupted import repeats it. */
    public record BroughtIn(EventId position, Outcome outcome) {}

    /**
     * Registers the actor where it is unknown, then lets it join; one that is known stays as it was. The name of a
     * duplicate that was merged brings in the one that it was merged into.
     *
     * @param request tells this request from others that name the same actor
     */
    public BroughtIn bringIn(
            Profile profile, String coalitionId, String by, String request, @Nullable String importId) {
        String id = Actor.idFor(profile.name());
        boolean registered = register(id, profile, by, request);
        Stored<Actor> after = join(id, coalitionId, by, importId);
        Actor.Participation participation = after.state().participation(coalitionId);
        boolean joined = importId != null && participation != null && importId.equals(participation.importId());
        Outcome outcome = registered ? Outcome.REGISTERED : joined ? Outcome.JOINED : Outcome.UNCHANGED;
        return new BroughtIn(after.position(), outcome);
    }

    private boolean register(String id, Profile profile, String by, String request) {
        try {
            actors.create(id, by, request, Actor.register(id, profile, clock.instant()));
            return true;
        } catch (Refused.Conflict knownAlready) {
            return false;
        }
    }

    private Stored<Actor> join(String id, String coalitionId, String by, @Nullable String importId) {
        Stored<Actor> after = actors.change(id, null, by, actor -> actor.join(coalitionId, importId, clock.instant()));
        String stays = after.state().mergedInto() == null ? id : survivorId(id);
        return stays.equals(id) ? after : join(stays, coalitionId, by, importId);
    }

    /** What bringing these in would come to now, by name. Changes nothing. */
    public Map<String, Outcome> preview(Collection<Profile> profiles, String coalitionId) {
        Set<String> ids = profiles.stream().map(p -> Actor.idFor(p.name())).collect(Collectors.toSet());
        Map<String, Actor> known = actors.findAll(in("_id", ids)).stream()
                .map(Stored::state)
                .collect(Collectors.toMap(Actor::id, Function.identity()));
        return profiles.stream()
                .collect(Collectors.toMap(Profile::name, p -> outcome(known.get(Actor.idFor(p.name())), coalitionId)));
    }

    private Outcome outcome(@Nullable Actor known, String coalitionId) {
        if (known == null) {
            return Outcome.REGISTERED;
        }
        Actor itself = known.mergedInto() == null ? known : survivor(known.id());
        return itself.participation(coalitionId) == null ? Outcome.JOINED : Outcome.UNCHANGED;
    }

    /** The id of the actor that it was merged into in the end, or its own. */
    @Override
    public String survivorId(String id) {
        return actors.find(id).map(found -> survivor(found.state()).id()).orElse(id);
    }

    /** The actor, or the one that it was merged into in the end. */
    Actor survivor(String id) {
        return survivor(actors.get(id).state());
    }

    /** Ends in a circle too, which three that are merged into each other in one moment may make. */
    private Actor survivor(Actor merged) {
        Set<String> seen = new HashSet<>();
        Actor actor = merged;
        while (actor.mergedInto() != null && seen.add(actor.id())) {
            actor = actors.get(actor.mergedInto()).state();
        }
        return actor;
    }

    /** All names as they are now, without those of merged duplicates. */
    public KnownNames knownNames() {
        List<KnownNames.Known> names = new ArrayList<>();
        mongo.getCollection(actors.type().collection())
                .find(eq("state.mergedInto", null))
                .projection(Projections.include("state.name"))
                .forEach(found -> names.add(KnownNames.Known.of(
                        found.getString("_id"),
                        found.get("state", Document.class).getString("name"))));
        return new KnownNames(names);
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
                .sorted(Comparator.comparing(Actor.Participation::joinedAt))
                .map(Actor.Participation::coalitionId)
                .toList();
    }
}

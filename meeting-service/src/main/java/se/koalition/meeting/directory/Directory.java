package se.koalition.meeting.directory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.koalition.meeting.http.NotYetHere;
import se.koalition.messaging.Event;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Replicas;

/**
 * Replicas of coalitions, actors and members. Actors and members come in any order; whichever comes second finds the
 * first, for each is stored before the other is looked up.
 */
@Component
public class Directory {

    public static final String COALITIONS = "directory_coalitions";
    public static final String ACTORS = "directory_actors";
    public static final String MEMBERS = "directory_members";

    private static final String COALITION = "coalition";
    private static final String ACTOR = "actor";
    private static final String MEMBER = "member";
    private static final Map<String, String> COLLECTIONS =
            Map.of(COALITION, COALITIONS, ACTOR, ACTORS, MEMBER, MEMBERS);

    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Replicas replicas;

    Directory(Replicas replicas) {
        this.replicas = replicas;
    }

    /** Takes an event over; a duplicate too tells who belongs, for the reaction to it may not have been finished. */
    public Belonging take(Event event) {
        String id = event.id().aggregateId();
        return switch (event.id().aggregateType()) {
            case COALITION -> {
                replicas.take(COALITIONS, id, COALITION, event, event.state(Undertaking.class));
                yield Belonging.NONE;
            }
            case ACTOR -> {
                Organisation actor = event.state(Organisation.Told.class).of(id);
                replicas.take(ACTORS, id, ACTOR, event, actor);
                List<String> memberIds = membersOf(id);
                yield new Belonging(
                        memberIds,
                        Set.copyOf(actor.coalitionIds()),
                        actor.leftCoalitionIds().isEmpty() ? List.of() : memberIds);
            }
            case MEMBER -> {
                Seat member = event.state(Seat.Told.class).of(id);
                replicas.take(MEMBERS, id, MEMBER, event, member);
                yield member.hasLeft()
                        ? new Belonging(Set.of(), Set.of(), List.of(id))
                        : new Belonging(List.of(id), coalitionsOf(member), List.of());
            }
            default -> Belonging.NONE;
        };
    }

    /** The ids of all who belong to the coalition, sorted. */
    public List<String> members(String coalitionId) {
        List<String> actorIds =
                replicas.findAll(ACTORS, eq("actor.coalitionIds", coalitionId), ACTOR, Organisation.class).stream()
                        .map(Organisation::id)
                        .toList();
        var belongs = or(in("member.actorId", actorIds), eq("member.roles.coalitionId", coalitionId));
        return replicas.findAll(MEMBERS, belongs, MEMBER, Seat.class).stream()
                .filter(member -> !member.hasLeft())
                .map(Seat::id)
                .sorted()
                .toList();
    }

    /**
     * Those of them who are known to have left the coalition, themselves or with their actor. Who is not known to
     * belong may belong all the same: what tells it may be still to come.
     */
    public List<String> gone(Collection<String> memberIds, String coalitionId) {
        List<String> actorIds =
                replicas.findAll(ACTORS, eq("actor.leftCoalitionIds", coalitionId), ACTOR, Organisation.class).stream()
                        .map(Organisation::id)
                        .toList();
        return replicas.findAll(MEMBERS, in("_id", memberIds), MEMBER, Seat.class).stream()
                .filter(m -> m.hasLeft() || (actorIds.contains(m.actorId()) && !m.hasRoleIn(coalitionId)))
                .map(Seat::id)
                .toList();
    }

    /**
     * Whether the member belongs to the coalition: by a role of their own or by their actor.
     *
     * @throws NotYetHere if nothing was told of the actor yet, although the member was
     */
    public boolean belongs(String memberId, String coalitionId) {
        return member(memberId)
                .filter(m -> m.hasRoleIn(coalitionId) || (m.actorId() != null && takesPart(m.actorId(), coalitionId)))
                .isPresent();
    }

    private boolean takesPart(String actorId, String coalitionId) {
        if (!await(new EventId(ACTOR, actorId, 1), PATIENCE)) {
            throw new NotYetHere();
        }
        return replicas.find(ACTORS, actorId, ACTOR, Organisation.class)
                .filter(actor -> actor.coalitionIds().contains(coalitionId))
                .isPresent();
    }

    public boolean coordinates(String memberId, String coalitionId) {
        return member(memberId).filter(m -> m.coordinates(coalitionId)).isPresent();
    }

    /** Whether nothing begins in the coalition any more; not, as far as is known of one that has not been told of. */
    public boolean concluded(String coalitionId) {
        return replicas.find(COALITIONS, coalitionId, COALITION, Undertaking.class)
                .filter(Undertaking::concluded)
                .isPresent();
    }

    /** Waits for a position that a caller knows of; true at once for what is not kept here. */
    boolean await(EventId position, Duration atMost) {
        String collection = COLLECTIONS.get(position.aggregateType());
        return collection == null
                || replicas.await(
                        collection, position.aggregateId(), position.aggregateType(), position.sequence(), atMost);
    }

    private Optional<Seat> member(String id) {
        return replicas.find(MEMBERS, id, MEMBER, Seat.class);
    }

    private List<String> membersOf(String actorId) {
        return replicas.findAll(MEMBERS, eq("member.actorId", actorId), MEMBER, Seat.class).stream()
                .map(Seat::id)
                .toList();
    }

    private Set<String> coalitionsOf(Seat member) {
        Set<String> all = new HashSet<>();
        member.roles().forEach(r -> all.add(r.coalitionId()));
        if (member.actorId() != null) {
            replicas.find(ACTORS, member.actorId(), ACTOR, Organisation.class)
                    .ifPresent(actor -> all.addAll(actor.coalitionIds()));
        }
        return all;
    }
}

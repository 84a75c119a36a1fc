package se.koalition.actor.members;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Refused;

/** Giving up a role, a seat, or everything; a coalition keeps a coordinator all the while. */
@Component
class Departures {

    private final Aggregates<Member> members;
    private final Participations participations;
    private final Rights rights;
    private final MongoOperations mongo;
    private final Clock clock;

    Departures(
            Aggregates<Member> members,
            Participations participations,
            Rights rights,
            MongoOperations mongo,
            Clock clock) {
        this.members = members;
        this.participations = participations;
        this.rights = rights;
        this.mongo = mongo;
        this.clock = clock;
    }

    EventId leave(String id, @Nullable String reason, String by) {
        return members.change(id, null, by, m -> {
                    mustNotLeaveAlone(m, m.coordinated());
                    return m.leave(reason, home(m), clock.instant());
                })
                .position();
    }

    EventId leaveCoalition(String id, String coalitionId, @Nullable String reason, String by) {
        return members.change(id, null, by, m -> {
                    mustNotLeaveAlone(m, coordinated(m, coalitionId));
                    return m.leave(coalitionId, rights.seated(m, coalitionId), reason, clock.instant());
                })
                .position();
    }

    EventId withdrawRole(String id, String coalitionId, String by) {
        return members.change(id, null, by, m -> {
                    mustNotLeaveAlone(m, coordinated(m, coalitionId));
                    return m.withdrawRole(coalitionId, rights.seated(m, coalitionId), clock.instant());
                })
                .position();
    }

    private static List<String> coordinated(Member member, String coalitionId) {
        return member.coordinates(coalitionId) ? List.of(coalitionId) : List.of();
    }

    private Optional<String> home(Member member) {
        return Optional.ofNullable(member.actorId()).flatMap(participations::home);
    }

    /**
     * Blanks all that tells who it was. The digest of the first request goes before the rest does, so that nothing of
     * it is left whenever the process stops: until then the member is there, and asking again goes on from there.
     */
    EventId erase(String id, String by) {
        return members.change(id, null, by, m -> {
                    mustNotLeaveAlone(m, m.coordinated());
                    mongo.getCollection(members.type().collection()).updateOne(eq("_id", id), Updates.unset("request"));
                    return m.erase(home(m), clock.instant());
                })
                .position();
    }

    /** @throws Refused.Conflict if one of the coalitions would have no coordinator without this member */
    private void mustNotLeaveAlone(Member member, List<String> coalitionIds) {
        for (String coalitionId : coalitionIds) {
            boolean others = members
                    .findAll(elemMatch(
                            "state.roles", and(eq("coalitionId", coalitionId), eq("role", Member.COORDINATOR))))
                    .stream()
                    .anyMatch(other -> !other.id().equals(member.id()));
            if (!others) {
                throw new Refused.Conflict("Nobody else coordinates the coalition " + coalitionId
                        + ". Name another coordinator first, or ask the operator to.");
            }
        }
    }
}

package se.koalition.actor.members;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.List;
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
    private final MongoOperations mongo;
    private final Clock clock;

    Departures(Aggregates<Member> members, MongoOperations mongo, Clock clock) {
        this.members = members;
        this.mongo = mongo;
        this.clock = clock;
    }

    EventId leave(String id, @Nullable String reason, String by) {
        return members.change(id, null, by, m -> {
                    mustNotLeaveAlone(m, m.coordinated());
                    return m.leave(reason, clock.instant());
                })
                .position();
    }

    EventId withdrawRole(String id, String coalitionId, boolean seated, String by) {
        return members.change(id, null, by, m -> {
                    mustNotLeaveAlone(m, m.coordinates(coalitionId) ? List.of(coalitionId) : List.of());
                    return m.withdrawRole(coalitionId, seated, clock.instant());
                })
                .position();
    }

    /**
     * Blanks all that tells who it was. The digest of the first request goes before the rest does, so that nothing of
     * it is left whenever the process stops: until then the member is there, and asking again goes on from there.
     */
    EventId erase(String id, String by) {
        return members.change(id, null, by, m -> {
                    mustNotLeaveAlone(m, m.coordinated());
                    mongo.getCollection(members.type().collection()).updateOne(eq("_id", id), Updates.unset("request"));
                    return m.erase(clock.instant());
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

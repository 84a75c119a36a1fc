package se.koalition.actor.members;

import java.util.Collection;
import org.springframework.stereotype.Component;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Forbidden;
import se.koalition.messaging.Aggregates;

/** Who may do what in a coalition, read from the members themselves at each command. */
@Component
public class Rights {

    private final Aggregates<Member> members;

    Rights(Aggregates<Member> members) {
        this.members = members;
    }

    /** @throws Forbidden unless the caller coordinates this coalition */
    public Caller coordinator(Caller caller, String coalitionId) {
        return coordinatorOfAny(caller, java.util.List.of(coalitionId));
    }

    /** @throws Forbidden unless the caller coordinates one of these coalitions */
    public Caller coordinatorOfAny(Caller caller, Collection<String> coalitionIds) {
        if (!coordinates(caller, coalitionIds)) {
            throw new Forbidden("Only a coordinator of the coalition may do this.");
        }
        return caller;
    }

    /** @throws Forbidden unless the caller represents the actor, or coordinates one of these coalitions */
    public Caller representativeOrCoordinatorOfAny(Caller caller, String actorId, Collection<String> coalitionIds) {
        boolean represents = members.find(caller.id())
                .filter(m -> actorId.equals(m.state().actorId()))
                .isPresent();
        if (!represents && !coordinates(caller, coalitionIds)) {
            throw new Forbidden("Only a member of the actor or a coordinator of the coalition may do this.");
        }
        return caller;
    }

    private boolean coordinates(Caller caller, Collection<String> coalitionIds) {
        return members.find(caller.id())
                .filter(m -> coalitionIds.stream().anyMatch(m.state()::coordinates))
                .isPresent();
    }
}

package se.koalition.actor.members;

import java.util.Collection;
import java.util.Optional;
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
        boolean allowed = members.find(caller.id())
                .filter(m -> coalitionIds.stream().anyMatch(m.state()::coordinates))
                .isPresent();
        if (!allowed) {
            throw new Forbidden("Only a coordinator of the coalition may do this.");
        }
        return caller;
    }

    /**
     * Which of these actors the caller represents.
     *
     * @throws Forbidden if none
     */
    public String representedOf(Caller caller, Collection<String> actorIds) {
        return actorOf(caller)
                .filter(actorIds::contains)
                .orElseThrow(() -> new Forbidden("Only a member of the actor may do this."));
    }

    /**
     * The actor that the caller represents.
     *
     * @throws Forbidden if none
     */
    public String represented(Caller caller) {
        return actorOf(caller).orElseThrow(() -> new Forbidden("Only a member who represents an actor may do this."));
    }

    /** @throws Forbidden unless the caller represents the actor or coordinates the coalition */
    public Caller representativeOrCoordinator(Caller caller, String actorId, String coalitionId) {
        return actorOf(caller).filter(actorId::equals).isPresent() ? caller : coordinator(caller, coalitionId);
    }

    private Optional<String> actorOf(Caller caller) {
        return members.find(caller.id()).map(m -> m.state().actorId());
    }
}

package se.koalition.actor.members;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Forbidden;
import se.koalition.messaging.Aggregates;

/** Who may do what in a coalition, read from the members themselves at each command. */
@Component
public class Rights {

    private final Aggregates<Member> members;
    private final Participations participations;

    Rights(Aggregates<Member> members, Participations participations) {
        this.members = members;
        this.participations = participations;
    }

    /** @throws Forbidden unless the caller coordinates this coalition */
    public Caller coordinator(Caller caller, String coalitionId) {
        return coordinatorOfAny(caller, List.of(coalitionId));
    }

    /** @throws Forbidden unless the caller coordinates one of these coalitions */
    public Caller coordinatorOfAny(Caller caller, Collection<String> coalitionIds) {
        if (!coordinatesAny(caller, coalitionIds)) {
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
        return represents(caller, actorId) ? caller : coordinator(caller, coalitionId);
    }

    private Optional<String> actorOf(Caller caller) {
        return members.find(caller.id()).map(m -> m.state().actorId());
    }

    /** @throws Forbidden unless the caller represents the actor, or coordinates a coalition where it takes part */
    public Caller ofActor(Caller caller, String actorId) {
        if (!represents(caller, actorId) && !coordinatesAny(caller, participations.of(actorId))) {
            throw new Forbidden("Only who represents the actor or coordinates its coalition may do this.");
        }
        return caller;
    }

    /** Themself, who represents the same actor, and who coordinates a coalition to which they belong. */
    Caller near(Caller caller, Member member) {
        if (!caller.id().equals(member.id())
                && !represents(caller, member.actorId())
                && !coordinatesAny(caller, coalitionsOf(member))) {
            throw new Forbidden("Only the member, who represents the same actor, or a coordinator may do this.");
        }
        return caller;
    }

    /** Themself, an operator, and a coordinator once they have left. */
    Caller toErase(Caller caller, Member member) {
        boolean leftTheCoalition = member.tenure().leftAt() != null && coordinatesAny(caller, coalitionsOf(member));
        if (!caller.id().equals(member.id()) && !caller.operator() && !leftTheCoalition) {
            throw new Forbidden("Only the member, an operator, or a coordinator after the member left may do this.");
        }
        return caller;
    }

    boolean belongs(Member member, String coalitionId) {
        return coalitionsOf(member).contains(coalitionId) && member.tenure().leftAt() == null;
    }

    boolean seated(Member member, String coalitionId) {
        return member.actorId() != null && participations.of(member.actorId()).contains(coalitionId);
    }

    /** Where they belong, or did before they left. */
    private List<String> coalitionsOf(Member member) {
        Stream<String> byActor = Stream.of(
                        Optional.ofNullable(member.actorId()),
                        Optional.ofNullable(member.tenure().formerActorId()))
                .flatMap(Optional::stream)
                .flatMap(actorId -> participations.of(actorId).stream());
        return Stream.concat(byActor, member.roles().stream().map(Member.Role::coalitionId))
                .toList();
    }

    private boolean represents(Caller caller, @Nullable String actorId) {
        return actorId != null && actorOf(caller).filter(actorId::equals).isPresent();
    }

    private boolean coordinatesAny(Caller caller, Collection<String> coalitionIds) {
        return members.find(caller.id())
                .filter(m -> coalitionIds.stream().anyMatch(m.state()::coordinates))
                .isPresent();
    }
}

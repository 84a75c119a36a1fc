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
    private final Participations participations;

    Rights(Aggregates<Member> members, Participations participations) {
        this.members = members;
        this.participations = participations;
    }

    /** @throws Forbidden unless the caller coordinates this coalition */
    public Caller coordinator(Caller caller, String coalitionId) {
        if (!coordinates(caller.id(), coalitionId)) {
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
        return represents(caller.id(), actorId) ? caller : coordinator(caller, coalitionId);
    }

    private Optional<String> actorOf(Caller caller) {
        return members.find(caller.id()).map(m -> m.state().actorId());
    }

    /** @throws Forbidden unless the caller cares for the actor */
    public Caller mustCareFor(Caller caller, String actorId) {
        if (!caresFor(caller.id(), actorId)) {
            throw new Forbidden("Only its own members, and the coordinators of the coalition where the actor has taken"
                    + " part longest, may do this. Ask one of them.");
        }
        return caller;
    }

    /**
     * Nobody if it takes part nowhere.
     *
     * @throws Forbidden unless the caller coordinates the coalition that is the actor's {@link Participations#home home}
     */
    public Caller coordinatorOfHome(Caller caller, String actorId) {
        return participations
                .home(actorId)
                .map(home -> coordinator(caller, home))
                .orElseThrow(() -> new Forbidden("The actor takes part nowhere, so nobody may do this."));
    }

    /** Whether they represent the actor, or coordinate the coalition that is its {@link Participations#home home}. */
    boolean caresFor(String memberId, String actorId) {
        return represents(memberId, actorId)
                || participations
                        .home(actorId)
                        .filter(home -> coordinates(memberId, home))
                        .isPresent();
    }

    /** @throws Forbidden unless it is themself, or the caller answers for the member */
    Caller mustBeCloseTo(Caller caller, Member member) {
        if (!caller.id().equals(member.id()) && !answersFor(caller, member)) {
            throw new Forbidden("Only the member, and who cares for their actor, may do this.");
        }
        return caller;
    }

    /** Whoever cares for their actor; for who represents none, who coordinates all of their coalitions. */
    private boolean answersFor(Caller caller, Member member) {
        if (member.actorId() != null) {
            return caresFor(caller.id(), member.actorId());
        }
        return member.roles().isEmpty()
                ? coordinatesWhereTheyLeft(caller, member)
                : member.roles().stream().allMatch(role -> coordinates(caller.id(), role.coalitionId()));
    }

    private boolean coordinatesWhereTheyLeft(Caller caller, Member member) {
        return member.tenure().formerCoalitions().stream().anyMatch(c -> coordinates(caller.id(), c));
    }

    /** @throws Forbidden unless it is themself, an operator, or a coordinator from where they left */
    Caller mustBeAllowedToErase(Caller caller, Member member) {
        if (!caller.id().equals(member.id()) && !caller.operator() && !coordinatesWhereTheyLeft(caller, member)) {
            throw new Forbidden("Only the member, an operator, or a coordinator after the member left may do this.");
        }
        return caller;
    }

    boolean belongs(Member member, String coalitionId) {
        return seated(member, coalitionId) || member.role(coalitionId).isPresent();
    }

    boolean seated(Member member, String coalitionId) {
        return member.actorId() != null && participations.of(member.actorId()).contains(coalitionId);
    }

    private boolean represents(String memberId, String actorId) {
        return members.find(memberId)
                .filter(m -> actorId.equals(m.state().actorId()))
                .isPresent();
    }

    private boolean coordinates(String memberId, String coalitionId) {
        return members.find(memberId)
                .filter(m -> m.state().coordinates(coalitionId))
                .isPresent();
    }
}

package se.koalition.portal.pages;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.Rights.Standing;
import se.koalition.portal.security.Caller;

/**
 * Who looks at a page, in which language, and what they must see at least.
 *
 * @param standing empty for visitors, and for operators who are no members
 */
public record Visit(Optional<Caller> caller, Optional<Standing> standing, Locale language, Reached reached) {

    public @Nullable String memberId() {
        return standing.map(s -> s.member().id()).orElse(null);
    }

    public boolean belongsTo(String coalitionId) {
        return standing.filter(s -> s.belongsTo().contains(coalitionId)).isPresent();
    }

    public boolean coordinates(String coalitionId) {
        return standing.filter(s -> s.coordinates().contains(coalitionId)).isPresent();
    }

    /** Whether they run the installation. */
    public boolean operates() {
        return caller.filter(Caller::operator).isPresent();
    }

    public void mustOperate() {
        must(operates(), "Only an operator of the installation may do this.");
    }

    public void mustCoordinate(String coalitionId) {
        must(coordinates(coalitionId), "Only a coordinator of the coalition may do this.");
    }

    public void mustBelongTo(String coalitionId) {
        must(belongsTo(coalitionId), "Only members of the coalition may do this.");
    }

    /** The visitor themself, who is a member. */
    public Member mustBeMember() {
        must(standing.isPresent(), "Only members have a page of their own.");
        return standing.orElseThrow().member();
    }

    public boolean represents(String actorId) {
        return standing.filter(s -> actorId.equals(s.member().actorId())).isPresent();
    }

    /** Whether the visitor has a say about the actor's name and seats, as its owner decides it. */
    public boolean caresFor(Actor actor) {
        return represents(actor.id()) || coordinatesHomeOf(actor);
    }

    public boolean coordinatesHomeOf(Actor actor) {
        return actor.home().filter(this::coordinates).isPresent();
    }

    /** The actor that the visitor represents, if they do. */
    public @Nullable String actorId() {
        return standing.map(s -> s.member().actorId()).orElse(null);
    }

    /** Only members of this actor. */
    public void mustRepresent(String actor) {
        must(actor.equals(actorId()), "Only members of the actor may do this.");
    }

    public void must(boolean may, String otherwise) {
        if (caller.isEmpty()) {
            throw Problem.unauthorized();
        }
        if (!may) {
            throw Problem.forbidden(otherwise);
        }
    }
}

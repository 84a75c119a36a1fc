package se.koalition.portal.pages.actors;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.koalition.portal.pages.Days;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/** Finds actors for pages, and knows who may do what to them; their owner has the last word. */
@Component
class ActorPages {

    private final ReadModel model;

    ActorPages(ReadModel model) {
        this.model = model;
    }

    /** The one of this id, also if it was a duplicate. */
    Actor any(String id) {
        return model.actor(id).orElseThrow(() -> Problem.notFound("No such actor."));
    }

    /** One that someone who cares for it wants to describe. */
    Actor toDescribe(String id, Visit visit) {
        Actor actor = any(id);
        visit.must(visit.caresFor(actor), "Only who cares for the actor may do this.");
        return actor;
    }

    /** One that takes part in the coalition, and that the visitor may take out of it. */
    Actor toLeave(String id, String coalitionId, Visit visit) {
        Actor actor = any(id);
        if (!actor.isIn(coalitionId)) {
            throw Problem.notFound("The actor takes no part in this coalition.");
        }
        visit.must(mayEnd(actor, coalitionId, visit), "Only a member of the actor or a coordinator may do this.");
        return actor;
    }

    Actor toMerge(String id, Visit visit) {
        Actor actor = any(id);
        visit.must(visit.coordinatesHomeOf(actor), "Only a coordinator of the actor's home may do this.");
        return actor;
    }

    private static boolean mayEnd(Actor actor, String coalitionId, Visit visit) {
        return visit.represents(actor.id()) || visit.coordinates(coalitionId);
    }

    private boolean concluded(String coalitionId) {
        return model.coalition(coalitionId).filter(Coalition::concluded).isPresent();
    }

    /** Those that may be the actor's duplicates: all others that the visitor may merge. */
    List<Actor> possibleDuplicates(Actor actor, Visit visit) {
        return visit.standing().stream()
                .flatMap(standing -> standing.coordinates().stream())
                .flatMap(coalition -> model.actorsOf(coalition).stream())
                .filter(other -> !other.id().equals(actor.id()) && visit.coordinatesHomeOf(other))
                .distinct()
                .sorted(Comparator.comparing(Actor::name, Sweden.order()))
                .toList();
    }

    String coalitionName(String id) {
        return model.coalition(id).map(Coalition::name).orElse("");
    }

    ActorView view(Actor a, Visit visit) {
        return new ActorView(
                a.id(),
                a.name(),
                a.sector(),
                a.municipality(),
                a.organisationNumber(),
                a.website(),
                a.description(),
                a.publicContact(),
                a.participations().stream().map(p -> present(a, p, visit)).toList(),
                a.formerParticipations().stream().map(f -> past(f, visit)).toList());
    }

    private ActorView.Present present(Actor actor, Actor.Participation p, Visit visit) {
        return new ActorView.Present(
                p.coalitionId(),
                coalitionName(p.coalitionId()),
                Days.past(p.joinedAt(), visit.language()),
                mayEnd(actor, p.coalitionId(), visit) && !concluded(p.coalitionId()));
    }

    private ActorView.Past past(Actor.Former f, Visit visit) {
        return new ActorView.Past(
                f.coalitionId(),
                coalitionName(f.coalitionId()),
                Days.past(f.joinedAt(), visit.language()),
                Days.past(f.leftAt(), visit.language()),
                visit.belongsTo(f.coalitionId()) ? f.reason() : null);
    }
}

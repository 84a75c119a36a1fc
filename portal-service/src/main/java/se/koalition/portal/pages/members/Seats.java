package se.koalition.portal.pages.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Rights;
import se.koalition.portal.settings.Sweden;

/** Finds who sits where, and what a visitor may do about it; the owner decides again. */
@Component
public class Seats {

    private final ReadModel model;
    private final Rights rights;

    Seats(ReadModel model, Rights rights) {
        this.model = model;
        this.rights = rights;
    }

    /** Nothing for those outside the coalitions of the actor: names are shown to their members only. */
    public Optional<SeatsView> of(String actorId, Visit visit) {
        return model.actor(actorId).filter(actor -> inside(actor, visit)).map(actor -> {
            Predicate<Member> coordinator =
                    member -> member.roles().stream().anyMatch(r -> r.role().equals("coordinator"));
            List<SeatsView.Person> people = people(model.membersOfActor(actorId), coordinator, visit);
            return new SeatsView(actorId, actor.name(), null, mayManage(actor, visit), people);
        });
    }

    private static boolean inside(Actor actor, Visit visit) {
        return represents(visit, actor.id())
                || actor.participations().stream().anyMatch(p -> visit.belongsTo(p.coalitionId()));
    }

    /** All seats of a coalition for its coordinator, actor by actor, then who represents none of them. */
    List<SeatsView> in(String coalitionId, Visit visit) {
        Map<String, Actor> actors =
                model.actorsOf(coalitionId).stream().collect(Collectors.toMap(Actor::id, Function.identity()));
        Map<Optional<String>, List<Member>> seated = model.membersOf(coalitionId, actors.keySet()).stream()
                .collect(Collectors.groupingBy(
                        m -> Optional.ofNullable(m.actorId()).filter(actors::containsKey)));
        List<SeatsView> views = new ArrayList<>();
        actors.values().stream()
                .sorted(Comparator.comparing(Actor::name, Sweden.order()).thenComparing(Actor::id))
                .forEach(actor -> views.add(
                        view(actor, coalitionId, seated.getOrDefault(Optional.of(actor.id()), List.of()), visit)));
        List<Member> others = seated.getOrDefault(Optional.<String>empty(), List.of());
        if (!others.isEmpty()) {
            views.add(view(null, coalitionId, others, visit));
        }
        return views;
    }

    private static SeatsView view(@Nullable Actor actor, String coalitionId, List<Member> members, Visit visit) {
        return new SeatsView(
                actor == null ? null : actor.id(),
                actor == null ? null : actor.name(),
                coalitionId,
                true,
                people(members, member -> member.coordinates(coalitionId), visit));
    }

    /** Those who left the coalition's actors and whose names are still here. */
    List<SeatsView.Person> former(String coalitionId, Visit visit) {
        List<String> actorIds =
                model.actorsOf(coalitionId).stream().map(Actor::id).toList();
        List<Member> left = model.formerMembersOf(actorIds).stream()
                .filter(member -> !member.present() && !member.erased())
                .toList();
        return people(left, member -> false, visit);
    }

    private static List<SeatsView.Person> people(
            Collection<Member> members, Predicate<Member> coordinator, Visit visit) {
        return members.stream()
                .sorted(Comparator.comparing(Member::name, Sweden.order()).thenComparing(Member::id))
                .map(m -> new SeatsView.Person(
                        m.id(), m.name(), m.deputises(), coordinator.test(m), m.id().equals(visit.memberId())))
                .toList();
    }

    /** Whether the visitor adds people for the actor. */
    boolean mayManage(Actor actor, Visit visit) {
        return represents(visit, actor.id())
                || actor.participations().stream().anyMatch(p -> visit.coordinates(p.coalitionId()));
    }

    /** Whether the visitor lets this member leave. */
    boolean mayLetLeave(Member member, Visit visit) {
        return member.id().equals(visit.memberId())
                || (member.actorId() != null && represents(visit, member.actorId()))
                || rights.of(member).belongsTo().stream().anyMatch(visit::coordinates);
    }

    /** Whether the visitor erases this member: themself, or one who left. */
    boolean mayErase(Member member, Visit visit) {
        return member.id().equals(visit.memberId())
                || (!member.present()
                        && Optional.ofNullable(member.formerActorId()).flatMap(model::actor).stream()
                                .flatMap(actor -> actor.participations().stream())
                                .anyMatch(p -> visit.coordinates(p.coalitionId())));
    }

    private static boolean represents(Visit visit, String actorId) {
        return visit.standing()
                .filter(s -> actorId.equals(s.member().actorId()))
                .isPresent();
    }
}

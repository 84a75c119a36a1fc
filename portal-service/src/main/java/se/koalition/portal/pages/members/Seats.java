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
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/** Finds who sits where, and what a visitor may do about it; the owner decides again. */
@Component
public class Seats {

    private final ReadModel model;

    Seats(ReadModel model) {
        this.model = model;
    }

    /** Nothing for those outside the coalitions of the actor: names are shown to their members only. */
    public Optional<SeatsView> of(String actorId, Visit visit) {
        return model.actor(actorId).filter(actor -> inside(actor, visit)).map(actor -> {
            Predicate<Member> coordinator =
                    member -> member.roles().stream().anyMatch(r -> r.role().equals("coordinator"));
            List<SeatsView.Person> people = people(model.membersOfActor(actorId), coordinator, visit);
            return new SeatsView(actorId, actor.name(), null, visit.caresFor(actor), null, people);
        });
    }

    private static boolean inside(Actor actor, Visit visit) {
        return visit.represents(actor.id())
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

    private SeatsView view(@Nullable Actor actor, String coalitionId, List<Member> members, Visit visit) {
        boolean cares = actor != null && visit.caresFor(actor);
        return new SeatsView(
                actor == null ? null : actor.id(),
                actor == null ? null : actor.name(),
                coalitionId,
                cares,
                actor == null || cares
                        ? null
                        : actor.home()
                                .flatMap(model::coalition)
                                .map(Coalition::name)
                                .orElse(null),
                people(members, member -> member.coordinates(coalitionId), visit));
    }

    /** Those who left the coalition and whose names are still here. */
    List<SeatsView.Person> former(String coalitionId, Visit visit) {
        List<Member> left = model.formerMembersOf(coalitionId).stream()
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

    /** Whether the visitor ends the member's time: their seat, or everything. */
    boolean mayLetLeave(Member member, Visit visit) {
        return member.id().equals(visit.memberId())
                || (member.actorId() == null
                        ? coordinatesAll(member, visit)
                        : model.actor(member.actorId()).filter(visit::caresFor).isPresent());
    }

    private static boolean coordinatesAll(Member member, Visit visit) {
        return !member.roles().isEmpty()
                && member.roles().stream().allMatch(role -> visit.coordinates(role.coalitionId()));
    }

    /** Whether the visitor ends the membership in this coalition of someone who has no seat there. */
    boolean mayLetLeave(Member member, String coalitionId, Visit visit) {
        boolean seated = Optional.ofNullable(member.actorId())
                .flatMap(model::actor)
                .filter(actor -> actor.isIn(coalitionId))
                .isPresent();
        return member.hasRoleIn(coalitionId)
                && !seated
                && (member.id().equals(visit.memberId()) || visit.coordinates(coalitionId));
    }

    /** Whether the visitor erases this member: themself, or one who left. */
    boolean mayErase(Member member, Visit visit) {
        return member.id().equals(visit.memberId())
                || (!member.present() && member.formerCoalitionIds().stream().anyMatch(visit::coordinates));
    }

    /** Whether a coalition would have no coordinator without this member. */
    boolean coordinatesAlone(Member member, @Nullable String coalitionId) {
        return member.roles().stream()
                .map(Member.Role::coalitionId)
                .filter(id -> member.coordinates(id) && (coalitionId == null || coalitionId.equals(id)))
                .anyMatch(id -> model.membersOf(id, List.of()).stream()
                        .noneMatch(other -> !other.id().equals(member.id()) && other.coordinates(id)));
    }
}

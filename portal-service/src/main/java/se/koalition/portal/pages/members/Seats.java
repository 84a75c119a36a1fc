package se.koalition.portal.pages.members;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.overview.Overview;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/** Finds who sits where, and what a visitor may do about it; the owner decides again. */
@Component
public class Seats {

    private static final int PAGE = 50;

    private final ReadModel model;

    Seats(ReadModel model) {
        this.model = model;
    }

    /** Nothing for those outside the coalitions of the actor: names are shown to their members only. */
    public Optional<SeatsView> of(String actorId, Visit visit) {
        return model.actor(actorId).filter(actor -> inside(actor, visit)).map(actor -> {
            List<SeatsView.Person> people = people(model.membersOfActor(actorId), m -> coordinated(m, visit), visit);
            return new SeatsView(actorId, actor.name(), null, visit.caresFor(actor), null, people);
        });
    }

    /** The visitor's own coalitions that the member coordinates; what happens in others is no business of theirs. */
    private @Nullable String coordinated(Member member, Visit visit) {
        String names = member.roles().stream()
                .filter(r -> r.role().equals("coordinator") && visit.belongsTo(r.coalitionId()))
                .flatMap(r -> model.coalition(r.coalitionId()).stream())
                .map(Coalition::name)
                .sorted(Sweden.order())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static boolean inside(Actor actor, Visit visit) {
        return visit.represents(actor.id())
                || actor.participations().stream().anyMatch(p -> visit.belongsTo(p.coalitionId()));
    }

    /** The seats of these actors for a coordinator of the coalition, actor by actor. */
    List<SeatsView> in(String coalitionId, List<Overview.ActorItem> actors, Visit visit) {
        List<String> ids = actors.stream().map(Overview.ActorItem::id).toList();
        Map<Optional<String>, List<Member>> seated = model.membersOfActors(ids).stream()
                .collect(Collectors.groupingBy(m -> Optional.ofNullable(m.actorId())));
        return ids.stream()
                .flatMap(id -> model.actor(id).stream())
                .map(a -> view(a, coalitionId, seated.getOrDefault(Optional.of(a.id()), List.of()), visit))
                .toList();
    }

    /** Who has a role in the coalition and represents none of its actors. */
    Optional<SeatsView> others(String coalitionId, Set<String> actorIds, Visit visit) {
        List<Member> others = model.membersWithRoleIn(coalitionId).stream()
                .filter(m -> m.actorId() == null || !actorIds.contains(m.actorId()))
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(view(null, coalitionId, others, visit));
    }

    private SeatsView view(@Nullable Actor actor, String coalitionId, List<Member> members, Visit visit) {
        boolean cares = actor != null && visit.caresFor(actor);
        return new SeatsView(
                actor == null ? null : actor.id(),
                actor == null ? null : actor.name(),
                coalitionId,
                cares,
                actor == null || cares ? null : home(actor),
                people(members, m -> m.coordinates(coalitionId) ? "" : null, visit));
    }

    private @Nullable String home(Actor actor) {
        return actor.home().flatMap(model::coalition).map(Coalition::name).orElse(null);
    }

    /**
     * Some of those who left the coalition and whose names are still here.
     *
     * @param next the last of them if others follow
     */
    record Former(List<SeatsView.Person> people, @Nullable String next) {}

    /** @param after the last one on the page before; whoever is gone since lets the list begin anew */
    Former former(String coalitionId, String after, Visit visit) {
        List<Member> left = model.formerMembersOf(coalitionId).stream()
                .filter(member -> !member.present() && !member.erased())
                .toList();
        List<SeatsView.Person> all = people(left, member -> null, visit);
        int from = all.stream().map(SeatsView.Person::id).toList().indexOf(after) + 1;
        List<SeatsView.Person> page = all.subList(from, Math.min(all.size(), from + PAGE));
        return new Former(page, from + PAGE < all.size() ? page.getLast().id() : null);
    }

    private static List<SeatsView.Person> people(
            Collection<Member> members, Function<Member, @Nullable String> coordinates, Visit visit) {
        return members.stream()
                .sorted(Comparator.comparing(Member::name, Sweden.order()).thenComparing(Member::id))
                .map(m -> new SeatsView.Person(
                        m.id(), m.name(), m.deputises(), coordinates.apply(m), m.id().equals(visit.memberId())))
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

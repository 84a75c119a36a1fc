package se.koalition.portal.pages.members;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import se.koalition.portal.readmodel.Rights;

/** Finds who sits where, and what a visitor may do about it; the owner decides again. */
@Component
public class Seats {

    private static final int PAGE = 50;

    private final ReadModel model;
    private final Rights rights;

    Seats(ReadModel model, Rights rights) {
        this.model = model;
        this.rights = rights;
    }

    /** Nothing for those outside the coalitions of the actor: names are shown to their members only. */
    public Optional<SeatsView> of(String actorId, Visit visit) {
        return model.actor(actorId).filter(actor -> inside(actor, visit)).map(actor -> {
            List<SeatsView.Person> people = people(model.membersOfActor(actorId), m -> coordinated(m, visit), visit);
            return new SeatsView(actorId, actor.name(), null, mayManage(actor, visit), people);
        });
    }

    /** The visitor's own coalitions that the member coordinates; what happens in others is no business of theirs. */
    private @Nullable String coordinated(Member member, Visit visit) {
        String names = member.roles().stream()
                .filter(r -> r.role().equals("coordinator") && visit.belongsTo(r.coalitionId()))
                .flatMap(r -> model.coalition(r.coalitionId()).stream())
                .map(Coalition::name)
                .sorted(swedish())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static boolean inside(Actor actor, Visit visit) {
        return represents(visit, actor.id())
                || actor.participations().stream().anyMatch(p -> visit.belongsTo(p.coalitionId()));
    }

    /** The seats of these actors for a coordinator of the coalition, actor by actor. */
    List<SeatsView> in(String coalitionId, List<Overview.ActorItem> actors, Visit visit) {
        List<String> ids = actors.stream().map(Overview.ActorItem::id).toList();
        Map<Optional<String>, List<Member>> seated = model.membersOfActors(ids).stream()
                .collect(Collectors.groupingBy(m -> Optional.ofNullable(m.actorId())));
        return actors.stream()
                .map(a ->
                        view(a.id(), a.name(), coalitionId, seated.getOrDefault(Optional.of(a.id()), List.of()), visit))
                .toList();
    }

    /** Who has a role in the coalition and represents none of its actors. */
    Optional<SeatsView> others(String coalitionId, Set<String> actorIds, Visit visit) {
        List<Member> others = model.membersWithRoleIn(coalitionId).stream()
                .filter(m -> m.actorId() == null || !actorIds.contains(m.actorId()))
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(view(null, null, coalitionId, others, visit));
    }

    private static SeatsView view(
            @Nullable String actorId,
            @Nullable String actorName,
            String coalitionId,
            List<Member> members,
            Visit visit) {
        return new SeatsView(
                actorId,
                actorName,
                coalitionId,
                true,
                people(members, m -> m.coordinates(coalitionId) ? "" : null, visit));
    }

    /**
     * Some of those who left these actors and whose names are still here.
     *
     * @param next the last of them if others follow
     */
    record Former(List<SeatsView.Person> people, @Nullable String next) {}

    /** @param after the last one on the page before; whoever is gone since lets the list begin anew */
    Former former(Collection<String> actorIds, String after, Visit visit) {
        List<Member> left = model.formerMembersOf(actorIds).stream()
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
                .sorted(Comparator.comparing(Member::name, swedish()).thenComparing(Member::id))
                .map(m -> new SeatsView.Person(
                        m.id(), m.name(), m.deputises(), coordinates.apply(m), m.id().equals(visit.memberId())))
                .toList();
    }

    private static Collator swedish() {
        return Collator.getInstance(Locale.of("sv"));
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

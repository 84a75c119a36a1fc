package se.koalition.portal.overview;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Insight;
import se.koalition.portal.readmodel.Meeting;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Sectors;
import se.koalition.portal.settings.Sweden;

/** Puts one coalition together from the read model, for its members and for everyone. */
@Component
class Builder {

    private final ReadModel model;
    private final Activities activities;

    Builder(ReadModel model, Activities activities) {
        this.model = model;
        this.activities = activities;
    }

    /**
     * Both faces of a coalition, and who sees the inner one.
     *
     * @param version of the coalition itself
     */
    record Built(long version, Overview forMembers, Overview forEveryone, Set<String> members) {}

    Optional<Built> build(String coalitionId) {
        return model.coalition(coalitionId).map(this::build);
    }

    private Built build(Coalition coalition) {
        String id = coalition.id();
        List<Actor> actors = model.actorsOf(id);
        Map<String, Actor> byId = actors.stream().collect(Collectors.toMap(Actor::id, Function.identity()));
        List<Member> members = model.membersOf(id, byId.keySet());
        List<Meeting> meetings = model.meetingsOf(id);
        List<Insight> insights = model.insightsOf(id);
        Authors authors = new Authors(model, insights);
        Parts parts = new Parts(coalition, actors, meetings);
        Overview inner = parts.overview(items(insights, authors, false), activities.page(id, false, null));
        Overview outer = parts.overview(items(insights, authors, true), activities.page(id, true, null));
        return new Built(
                coalition.sequence(),
                inner,
                outer,
                members.stream().map(Member::id).collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Overview.InsightItem> items(List<Insight> insights, Authors authors, boolean everyone) {
        return insights.stream()
                .filter(insight -> !everyone || insight.isPublic())
                .sorted(Comparator.comparing(Insight::sharedAt).reversed().thenComparing(Insight::id))
                .map(i -> new Overview.InsightItem(
                        i.id(), i.title(), i.themes(), i.visibility(), authors.of(i, everyone), i.sharedAt()))
                .toList();
    }

    /** What both faces share. */
    private record Parts(Coalition coalition, List<Actor> actors, List<Meeting> meetings) {

        Overview overview(List<Overview.InsightItem> insights, Overview.Page activity) {
            return new Overview(
                    coalition.id(),
                    coalition.name(),
                    coalition.challenge(),
                    coalition.background(),
                    coalition.purposes(),
                    coalition.period(),
                    coalition.themes(),
                    coalition.area(),
                    coalition.phase(),
                    coalition.activatedAt(),
                    coalition.concludedAt(),
                    convenors(),
                    new Overview.Actors(actors.size(), bySector(), actorItems()),
                    Overview.Counted.of(meetingItems()),
                    Overview.Counted.of(insights),
                    activity);
        }

        private List<Overview.Named> convenors() {
            Map<String, String> names = actors.stream().collect(Collectors.toMap(Actor::id, Actor::name));
            return coalition.convenors().stream()
                    .map(id -> named(id, names.get(id)))
                    .filter(Objects::nonNull)
                    .toList();
        }

        private static Overview.@Nullable Named named(String id, @Nullable String name) {
            return name == null ? null : new Overview.Named(id, name);
        }

        private Map<String, Integer> bySector() {
            Map<String, Integer> counts = new LinkedHashMap<>();
            Sectors.ALL.forEach(sector -> counts.put(sector, 0));
            actors.forEach(actor -> counts.merge(actor.sector(), 1, Integer::sum));
            return counts;
        }

        private List<Overview.ActorItem> actorItems() {
            return actors.stream()
                    .sorted(Comparator.comparing(Actor::name, Sweden.order()).thenComparing(Actor::id))
                    .map(a -> new Overview.ActorItem(a.id(), a.name(), a.sector(), a.municipality()))
                    .toList();
        }

        private List<Overview.MeetingItem> meetingItems() {
            return meetings.stream()
                    .sorted(Comparator.comparing(Meeting::start).thenComparing(Meeting::id))
                    .map(m -> new Overview.MeetingItem(
                            m.id(), m.title(), m.start(), m.end(), m.timeZone(), m.status(), m.counts()))
                    .toList();
        }
    }
}

package se.koalition.portal.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/** All coalitions in short, as visitors see them. */
@Component
public class CoalitionList {

    private final ReadModel model;
    private final Overviews overviews;
    private final Clock clock;

    CoalitionList(ReadModel model, Overviews overviews, Clock clock) {
        this.model = model;
        this.overviews = overviews;
        this.clock = clock;
    }

    /**
     * A coalition in short.
     *
     * @param nextMeeting when the next one starts that is not cancelled
     * @param nextMeetingTimeZone where it is planned
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String id,
            String name,
            String challenge,
            String phase,
            int actors,
            int meetings,
            int insights,
            @Nullable Instant nextMeeting,
            @Nullable String nextMeetingTimeZone) {}

    /** Sorted by name as Swedish sorts. */
    public List<Item> all() {
        return model.coalitions().stream()
                .map(Coalition::id)
                .map(id -> overviews.get(id, Reached.NOTHING_AWAITED))
                .flatMap(Optional::stream)
                .map(ready -> item(ready.faceFor(null).overview()))
                .sorted(Comparator.comparing(Item::name, Sweden.order()).thenComparing(Item::id))
                .toList();
    }

    private Item item(Overview overview) {
        Instant now = clock.instant();
        Optional<Overview.MeetingItem> next = overview.meetings().items().stream()
                .filter(m -> m.status().equals("scheduled") && m.end().isAfter(now))
                .findFirst();
        return new Item(
                overview.id(),
                overview.name(),
                overview.challenge(),
                overview.phase(),
                overview.actors().count(),
                overview.meetings().count(),
                overview.insights().count(),
                next.map(Overview.MeetingItem::start).orElse(null),
                next.map(Overview.MeetingItem::timeZone).orElse(null));
    }
}

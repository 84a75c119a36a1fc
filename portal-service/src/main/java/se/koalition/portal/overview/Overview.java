package se.koalition.portal.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.readmodel.Coalition.Place;
import se.koalition.portal.readmodel.Meeting;

/** One coalition in one answer, as the API shows it to visitors or to its members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Overview(
        String id,
        String name,
        String challenge,
        @Nullable String background,
        List<String> purposes,
        @Nullable String period,
        List<String> themes,
        List<Place> area,
        String phase,
        @Nullable Instant activatedAt,
        @Nullable Instant concludedAt,
        List<Named> convenors,
        Actors actors,
        Counted<MeetingItem> meetings,
        Counted<InsightItem> insights,
        Page activity) {

    /** Something with a name of its own. */
    public record Named(String id, String name) {}

    /** All sectors are named, those without an actor too. */
    public record Actors(int count, Map<String, Integer> bySector, List<ActorItem> items) {}

    /** Sorted as Swedish sorts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActorItem(
            String id, String name, String sector, @Nullable String municipality) {}

    /** A list with its length. */
    public record Counted<T>(int count, List<T> items) {
        static <T> Counted<T> of(List<T> items) {
            return new Counted<>(items.size(), items);
        }
    }

    /** Earliest first. */
    public record MeetingItem(
            String id,
            String title,
            Instant start,
            Instant end,
            String timeZone,
            String status,
            Meeting.Counts answers) {}

    /** Newest first; the author is the actor, and to members the person too. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InsightItem(
            String id,
            String title,
            List<String> themes,
            String visibility,
            @Nullable String author,
            Instant sharedAt) {}

    /** Newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<ActivityItem> items, @Nullable String next) {}

    /** What happened to what. */
    public record ActivityItem(String id, Instant time, String type, String subject, String title) {}
}

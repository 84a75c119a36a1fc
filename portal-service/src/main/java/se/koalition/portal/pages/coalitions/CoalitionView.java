package se.koalition.portal.pages.coalitions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of a coalition shows, all texts ready in the visitor's language; {@code concluded} is the day, if it is. */
record CoalitionView(
        String id,
        String name,
        String challenge,
        @Nullable String background,
        List<String> purposes,
        List<String> convenors,
        @Nullable String period,
        List<String> themes,
        List<String> area,
        String phase,
        @Nullable String concluded,
        int actorCount,
        List<SectorView> sectors,
        List<MeetingLine> meetings,
        List<InsightLine> insights,
        List<ActivityLine> activity) {

    /** @param actors the first of them */
    record SectorView(String sector, int count, List<ActorLine> actors) {
        /** Public, for templates find no other methods. */
        public boolean hasMore() {
            return count > actors.size();
        }
    }

    record ActorLine(String id, String name, @Nullable String municipality) {}

    record MeetingLine(
            String id,
            String title,
            String day,
            String time,
            String status,
            long yes,
            long no,
            long maybe,
            long waiting,
            boolean past) {}

    record InsightLine(
            String id,
            String title,
            List<String> themes,
            String visibility,
            @Nullable String author,
            String day) {}

    record ActivityLine(String day, String text) {}
}

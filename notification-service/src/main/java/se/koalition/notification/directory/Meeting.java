package se.koalition.notification.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as its owner told it last.
 *
 * @param revision how often its time was changed or it was called off; also the calendar entry's SEQUENCE
 * @param invited who is invited; some may not be known here yet
 */
public record Meeting(
        String id,
        String coalitionId,
        String title,
        @Nullable String purpose,
        Instant start,
        Instant end,
        ZoneId timeZone,
        @Nullable String link,
        List<AgendaItem> agenda,
        String status,
        int revision,
        List<String> invited,
        @Nullable String reason) {

    /** One thing to talk about. */
    public record AgendaItem(String title) {}

    public boolean cancelled() {
        return status.equals("cancelled");
    }

    public boolean over(Instant now) {
        return !end.isAfter(now);
    }
}

package se.koalition.portal.pages.meetings;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.pages.Days;
import se.koalition.portal.readmodel.Meeting;

/** What pages show of a meeting, in the visitor's language; the link only to members. */
record MeetingView(
        String id,
        String coalitionId,
        String coalitionName,
        String title,
        @Nullable String purpose,
        String day,
        String time,
        @Nullable String zone,
        String status,
        @Nullable String reason,
        @Nullable String link,
        List<String> agenda,
        long yes,
        long no,
        long maybe,
        long waiting) {

    static MeetingView of(Meeting m, String coalitionName, boolean inside, Locale language) {
        ZoneId zone = Days.zone(m.timeZone());
        Meeting.Counts counts = m.counts();
        return new MeetingView(
                m.id(),
                m.coalitionId(),
                coalitionName,
                m.title(),
                m.purpose(),
                Days.planned(m.start(), zone, language),
                Days.times(m.start(), m.end(), zone),
                Days.foreign(zone, language),
                m.status(),
                m.reason(),
                inside ? m.link() : null,
                m.agenda().stream().map(Meeting.Point::title).toList(),
                counts.yes(),
                counts.no(),
                counts.maybe(),
                counts.waiting());
    }
}

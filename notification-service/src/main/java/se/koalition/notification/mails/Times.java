package se.koalition.notification.mails;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import se.koalition.notification.directory.Meeting;

/** A meeting's time in words, in the meeting's own time zone, which is always named. */
record Times(Texts texts) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** For a subject: {@code tors 14 jan kl. 13.00}, {@code Thu 14 Jan at 13:00}. */
    String inShort(Meeting meeting) {
        ZonedDateTime start = meeting.start().atZone(meeting.timeZone());
        String day = format(start, "EEE d MMM").replace(".", "");
        return texts.get("time.at", day, time(start));
    }

    /** {@code torsdag 14 januari 2027 kl. 13.00–14.30 (svensk tid)}. */
    String inFull(Meeting meeting) {
        ZonedDateTime start = meeting.start().atZone(meeting.timeZone());
        ZonedDateTime end = meeting.end().atZone(meeting.timeZone());
        boolean oneDay = start.toLocalDate().equals(end.toLocalDate());
        String until = oneDay ? "–" + time(end) : " – " + texts.get("time.at", day(end), time(end));
        return texts.get("time.at", day(start), time(start)) + until + " (" + zone(meeting.timeZone()) + ")";
    }

    private String day(ZonedDateTime time) {
        return format(time, "EEEE d MMMM yyyy");
    }

    private String time(ZonedDateTime time) {
        return format(time, texts.get("time.pattern"));
    }

    private String zone(ZoneId zone) {
        return zone.equals(SWEDEN) ? texts.get("time.sweden") : zone.getDisplayName(TextStyle.FULL, language());
    }

    private String format(ZonedDateTime time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language()).format(time);
    }

    private Locale language() {
        return texts.language();
    }
}

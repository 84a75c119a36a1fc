package se.koalition.portal.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.settings.Sweden;

/** Days and times as people write them, in the zone where the coalitions work. */
public final class Days {

    public static final ZoneId ZONE = Sweden.ZONE;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Days() {}

    /** With the day of the week, for what one plans for. */
    public static String planned(Instant time, ZoneId zone, Locale language) {
        return format(time, zone, "EEEE d MMMM yyyy", language);
    }

    /** For what has happened. */
    public static String past(Instant time, Locale language) {
        return format(time, ZONE, "d MMMM yyyy", language);
    }

    public static String times(Instant start, Instant end, ZoneId zone) {
        return TIME.format(start.atZone(zone)) + "–" + TIME.format(end.atZone(zone));
    }

    /** The minute in which something happened. */
    public static String clock(Instant time) {
        return TIME.format(time.atZone(ZONE));
    }

    /** The zone's name where it is not the one in which everybody here lives. */
    public static @Nullable String foreign(ZoneId zone, Locale language) {
        return zone.equals(ZONE) ? null : zone.getDisplayName(TextStyle.FULL, language);
    }

    /** An unknown zone, which its owner would not have let in, is shown in ours. */
    public static ZoneId zone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : ZONE;
    }

    /** A day that something holds until. */
    public static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }

    private static String format(Instant time, ZoneId zone, String pattern, Locale language) {
        ZonedDateTime local = time.atZone(zone);
        return DateTimeFormatter.ofPattern(pattern, language).format(local);
    }
}

package se.koalition.meeting.scheduling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.koalition.meeting.http.FaultCode;
import se.koalition.meeting.http.InvalidInput;

/** Reads times as people write them: with an offset, or as the clock shows in a zone. */
final class Times {

    private static final String DEFAULT_ZONE = "Europe/Stockholm";

    private Times() {}

    /** @throws InvalidInput that says what cannot be read, or why there is no such time */
    static Slot slot(String start, String end, @Nullable String timeZone) {
        ZoneId zone = zone(Objects.requireNonNullElse(timeZone, DEFAULT_ZONE));
        return new Slot(instant("start", start, zone), instant("end", end, zone), zone.getId());
    }

    /** Only zones by name: an offset could not tell what the clock will show after it was changed. */
    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new InvalidInput(
                    "timeZone", "must be a zone of the IANA database, such as " + DEFAULT_ZONE, FaultCode.TIME_ZONE);
        }
        return ZoneId.of(name);
    }

    /** To the second, for calendars know nothing finer. */
    private static Instant instant(String field, String text, ZoneId zone) {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = time instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : instant(field, LocalDateTime.from(time), zone);
            return instant.truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    field,
                    "must be a time such as 2027-02-03T13:00 (in the time zone) or 2027-02-03T13:00:00+01:00",
                    FaultCode.TIME);
        }
    }

    /** A time that the clock shows twice means the first, as calendars take it. */
    private static Instant instant(String field, LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            throw new InvalidInput(
                    field,
                    local + " does not exist in " + zone + ": clocks go from " + change.getDateTimeBefore() + " to "
                            + change.getDateTimeAfter(),
                    FaultCode.NO_SUCH_TIME);
        }
        return local.atZone(zone).toInstant();
    }
}

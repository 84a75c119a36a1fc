package se.koalition.notification.mails;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A time zone as RFC 5545 §3.6.5 wants it, made from Java's own rules. The library's files are not used: theirs for
 * Stockholm calls itself Berlin, so that an event's TZID would name a zone that is not in the calendar.
 */
final class VTimeZones {

    private VTimeZones() {}

    /** The zone with its changes from the year before a time on, so that the time is covered. */
    static VTimeZone around(ZonedDateTime time) {
        ZoneId zone = time.getZone();
        ZoneRules rules = zone.getRules();
        VTimeZone vTimeZone = new VTimeZone();
        vTimeZone.add(new TzId(zone.getId()));
        int year = time.getYear() - 1;
        if (rules.getTransitionRules().isEmpty()) {
            ZoneOffset offset = time.getOffset();
            vTimeZone.add(observance(zone, false, LocalDateTime.of(year, 1, 1, 0, 0), offset, offset));
        }
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            Observance observance = observance(zone, rule.createTransition(year));
            Optional<String> yearly = yearly(rule, rule.createTransition(year).getDateTimeBefore());
            yearly.ifPresent(pattern -> observance.add(new RRule<>(pattern)));
            vTimeZone.add(observance);
            if (yearly.isEmpty()) {
                vTimeZone.add(observance(zone, rule.createTransition(year + 1)));
                vTimeZone.add(observance(zone, rule.createTransition(year + 2)));
            }
        }
        return vTimeZone;
    }

    private static Observance observance(ZoneId zone, ZoneOffsetTransition change) {
        return observance(
                zone,
                zone.getRules().isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private static Observance observance(
            ZoneId zone, boolean daylight, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        Observance observance = daylight ? new Daylight() : new Standard();
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        observance.add(new TzName(DateTimeFormatter.ofPattern("zzz", Locale.US)
                .format(from.plusDays(7).atZone(zone))));
        observance.add(new DtStart<>(from));
        return observance;
    }

    /**
     * The rule in local days: one that is given in UTC may fall on the evening before. Empty where the days would reach
     * into another month, which no pattern says.
     */
    private static Optional<String> yearly(ZoneOffsetTransitionRule rule, LocalDateTime local) {
        int length = rule.getMonth().maxLength();
        int given = rule.getDayOfMonthIndicator();
        DayOfWeek day = rule.getDayOfWeek();
        String month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        if (day == null) {
            return local.getDayOfMonth() == given ? Optional.of(month + ";BYMONTHDAY=" + given) : Optional.empty();
        }
        int shift = day.plus(1) == local.getDayOfWeek() ? 1 : day == local.getDayOfWeek() ? 0 : -1;
        int first = shift + (given > 0 ? given : length - 6);
        String weekday = local.getDayOfWeek().name().substring(0, 2);
        if (first < 1 || first + 6 > length) {
            return Optional.empty();
        }
        if (first + 6 == length) {
            return Optional.of(month + ";BYDAY=-1" + weekday);
        }
        String days =
                IntStream.range(first, first + 7).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return Optional.of(
                first % 7 == 1
                        ? month + ";BYDAY=" + (first / 7 + 1) + weekday
                        : month + ";BYMONTHDAY=" + days + ";BYDAY=" + weekday);
    }
}

package se.koalition.portal.pages.meetings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.pages.Days;
import se.koalition.portal.readmodel.Meeting;

/**
 * A meeting as its form has it: all text, for a refused form comes back as it was.
 *
 * @param agenda one point a line
 * @param key makes sending the form twice harmless
 * @param version of the meeting that is moved, as it was when the form was opened
 */
record MeetingForm(
        String title,
        String purpose,
        String date,
        String startTime,
        String endTime,
        String link,
        String agenda,
        String key,
        String version) {

    MeetingForm {
        title = Objects.requireNonNullElse(title, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        date = Objects.requireNonNullElse(date, "");
        startTime = Objects.requireNonNullElse(startTime, "");
        endTime = Objects.requireNonNullElse(endTime, "");
        link = Objects.requireNonNullElse(link, "");
        agenda = Objects.requireNonNullElse(agenda, "");
        key = Objects.requireNonNullElse(key, "");
        version = Objects.requireNonNullElse(version, "");
    }

    static MeetingForm empty() {
        return new MeetingForm("", "", "", "", "", "", "", UUID.randomUUID().toString(), "");
    }

    static MeetingForm of(Meeting m) {
        ZoneId zone = Days.zone(m.timeZone());
        LocalDateTime start = LocalDateTime.ofInstant(m.start(), zone);
        LocalDateTime end = LocalDateTime.ofInstant(m.end(), zone);
        return new MeetingForm(
                m.title(),
                "",
                start.toLocalDate().toString(),
                start.toLocalTime().toString(),
                end.toLocalTime().toString(),
                "",
                "",
                "",
                Long.toString(m.sequence()));
    }

    /** The same for a newer version. */
    MeetingForm at(long newer) {
        return new MeetingForm(title, purpose, date, startTime, endTime, link, agenda, key, Long.toString(newer));
    }

    /** What is wrong that can be seen from here, by field; the owner has the last word. */
    Map<String, String> errors(boolean moving, Instant now) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!moving && title.isBlank()) {
            errors.put("title", "error.required");
        }
        LocalDate day = parse(date, LocalDate::parse, "date", "error.date", errors);
        LocalTime from = parse(startTime, LocalTime::parse, "startTime", "error.time", errors);
        LocalTime to = parse(endTime, LocalTime::parse, "endTime", "error.time", errors);
        if (from != null && to != null && !to.isAfter(from)) {
            errors.put("endTime", "error.end-before-start");
        }
        if (day != null
                && from != null
                && day.atTime(from).atZone(Days.ZONE).toInstant().isBefore(now)) {
            errors.put("date", "error.past");
        }
        if (!link.isBlank() && !link.strip().startsWith("https://")) {
            errors.put("link", "error.link");
        }
        return errors;
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private static <T> @Nullable T parse(
            String text, Parser<T> parser, String field, String error, Map<String, String> errors) {
        try {
            return parser.parse(text);
        } catch (DateTimeException e) {
            errors.put(field, error);
            return null;
        }
    }

    Map<String, Object> times() {
        return Map.of("start", date + "T" + startTime, "end", date + "T" + endTime, "timeZone", Days.ZONE.getId());
    }

    Map<String, Object> meeting(String coalitionId) {
        Map<String, Object> body = new LinkedHashMap<>(times());
        body.put("coalitionId", coalitionId);
        body.put("title", title.strip());
        if (!purpose.isBlank()) {
            body.put("purpose", purpose.strip());
        }
        if (!link.isBlank()) {
            body.put("link", link.strip());
        }
        List<String> points =
                agenda.lines().map(String::strip).filter(p -> !p.isEmpty()).toList();
        if (!points.isEmpty()) {
            body.put("agenda", points);
        }
        return body;
    }
}

package se.koalition.portal.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.settings.Sweden;

/**
 * What somebody looks for, as they typed it; what is empty is not asked for.
 *
 * @param q words that stand in the title, in a person's name or in what happened
 * @param member who did it or whom it was done to
 * @param type a fact ({@code meeting.rescheduled}) or a kind of thing ({@code meeting}, {@code refused})
 * @param from the first day, in Sweden
 * @param to the last day
 */
public record Question(
        @Nullable String q,
        @Nullable String member,
        @Nullable String type,
        @Nullable String from,
        @Nullable String to) {

    private static final int LONGEST = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.:-]{1,100}");

    public Question {
        q = orNone(q);
        member = orNone(member);
        type = orNone(type);
        from = orNone(from);
        to = orNone(to);
    }

    private static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** By field, the key of a message; empty if the question can be answered. */
    public Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (q != null && q.length() > LONGEST) {
            errors.put("q", "error.too-long");
        } else if (q != null && q.chars().anyMatch(Character::isISOControl)) {
            errors.put("q", "error.invalid");
        }
        if (member != null && !NAME.matcher(member).matches()) {
            errors.put("member", "error.invalid");
        }
        if (type != null && !NAME.matcher(type).matches()) {
            errors.put("type", "error.invalid");
        }
        LocalDate first = day("from", from, errors);
        LocalDate last = day("to", to, errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.put("to", "audit.error.order");
        }
        return errors;
    }

    private static @Nullable LocalDate day(String field, @Nullable String text, Map<String, String> errors) {
        if (text == null) {
            return null;
        }
        LocalDate day = text.matches("\\d{4}-\\d{2}-\\d{2}") ? parse(text) : null;
        if (day == null) {
            errors.put(field, "error.date");
        }
        return day;
    }

    private static @Nullable LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Nullable Instant start() {
        return from == null
                ? null
                : LocalDate.parse(from).atStartOfDay(Sweden.ZONE).toInstant();
    }

    @Nullable Instant end() {
        return to == null
                ? null
                : LocalDate.parse(to).plusDays(1).atStartOfDay(Sweden.ZONE).toInstant();
    }
}

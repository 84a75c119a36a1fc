package se.koalition.portal.pages.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.readmodel.Posting;

/**
 * A need or an offer as its form has it: all text, for a refused form comes back as it was.
 *
 * @param themes with commas between
 * @param key makes sending the form twice harmless
 * @param version of the one that is worded anew, as it was when the form was opened
 */
record PostingForm(
        String title, String text, String themes, String municipality, String validUntil, String key, String version) {

    PostingForm {
        title = Objects.requireNonNullElse(title, "");
        text = Objects.requireNonNullElse(text, "");
        themes = Objects.requireNonNullElse(themes, "");
        municipality = Objects.requireNonNullElse(municipality, "");
        validUntil = Objects.requireNonNullElse(validUntil, "");
        key = Objects.requireNonNullElse(key, "");
        version = Objects.requireNonNullElse(version, "");
    }

    /** Valid for a term unless its member decides otherwise. */
    static PostingForm empty(LocalDate today) {
        return new PostingForm(
                "",
                "",
                "",
                "",
                today.plusMonths(6).toString(),
                UUID.randomUUID().toString(),
                "");
    }

    static PostingForm of(Posting p) {
        return new PostingForm(
                p.title(),
                p.text(),
                String.join(", ", p.themes()),
                Objects.requireNonNullElse(p.municipality(), ""),
                p.validUntil().toString(),
                "",
                Long.toString(p.sequence()));
    }

    /** The same for a newer version. */
    PostingForm at(long newer) {
        return new PostingForm(title, text, themes, municipality, validUntil, key, Long.toString(newer));
    }

    Map<String, String> errors(boolean opening, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (title.isBlank()) {
            errors.put("title", "error.required");
        }
        if (text.isBlank()) {
            errors.put("text", "error.required");
        }
        String day = opening ? dayError(validUntil, today) : null;
        if (day != null) {
            errors.put("validUntil", day);
        }
        return errors;
    }

    static @Nullable String dayError(String day, LocalDate today) {
        try {
            LocalDate until = LocalDate.parse(day);
            return until.isAfter(today) && !until.isAfter(today.plusYears(1)) ? null : "exchange.error.day";
        } catch (DateTimeException e) {
            return "error.date";
        }
    }

    Map<String, Object> opening(String coalitionId) {
        Map<String, Object> body = wording();
        body.put("coalitionId", coalitionId);
        body.put("validUntil", validUntil);
        return body;
    }

    Map<String, Object> wording() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title.strip());
        body.put("text", text.strip());
        List<String> named = Arrays.stream(themes.split(",", -1))
                .map(String::strip)
                .filter(theme -> !theme.isEmpty())
                .toList();
        body.put("themes", named);
        if (!municipality.isBlank()) {
            body.put("municipality", municipality.strip());
        }
        return body;
    }
}

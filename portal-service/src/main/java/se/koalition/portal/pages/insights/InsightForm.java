package se.koalition.portal.pages.insights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An insight as its form has it.
 *
 * @param themes with commas between
 * @param key makes sending the form twice harmless
 */
record InsightForm(String title, String text, String themes, String visibility, String key) {

    InsightForm {
        title = Objects.requireNonNullElse(title, "");
        text = Objects.requireNonNullElse(text, "");
        themes = Objects.requireNonNullElse(themes, "");
        visibility = Objects.requireNonNullElse(visibility, "");
        key = Objects.requireNonNullElse(key, "");
    }

    /** For the coalition unless its author decides otherwise. */
    static InsightForm empty() {
        return new InsightForm("", "", "", "coalition", UUID.randomUUID().toString());
    }

    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (title.isBlank()) {
            errors.put("title", "error.required");
        }
        if (text.isBlank()) {
            errors.put("text", "error.required");
        }
        if (!List.of("public", "coalition").contains(visibility)) {
            errors.put("visibility", "error.choose");
        }
        return errors;
    }

    Map<String, Object> insight(String coalitionId) {
        List<String> named = Arrays.stream(themes.split(",", -1))
                .map(String::strip)
                .filter(theme -> !theme.isEmpty())
                .toList();
        return Map.of(
                "coalitionId", coalitionId,
                "title", title.strip(),
                "text", text,
                "themes", named,
                "visibility", visibility);
    }
}

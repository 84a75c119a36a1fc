package se.koalition.portal.pages.coalitions;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.koalition.portal.coverage.Municipalities;
import se.koalition.portal.coverage.Municipality;
import se.koalition.portal.readmodel.Coalition;

/**
 * A coalition's description as its form has it.
 *
 * @param purposes one a line
 * @param themes with commas between
 * @param area codes of the municipalities that are ticked
 * @param everywhere "all" if every municipality is meant, ticked or not
 * @param version of the coalition as it was when the form was opened
 */
record CoalitionForm(
        String name,
        String challenge,
        String background,
        String purposes,
        String period,
        String themes,
        List<String> area,
        String everywhere,
        String version) {

    CoalitionForm {
        name = Objects.requireNonNullElse(name, "");
        challenge = Objects.requireNonNullElse(challenge, "");
        background = Objects.requireNonNullElse(background, "");
        purposes = Objects.requireNonNullElse(purposes, "");
        period = Objects.requireNonNullElse(period, "");
        themes = Objects.requireNonNullElse(themes, "");
        area = Objects.requireNonNullElse(area, List.of());
        everywhere = Objects.requireNonNullElse(everywhere, "");
        version = Objects.requireNonNullElse(version, "");
    }

    static CoalitionForm empty() {
        return new CoalitionForm("", "", "", "", "", "", List.of(), "", "");
    }

    static CoalitionForm of(Coalition c) {
        return new CoalitionForm(
                c.name(),
                c.challenge(),
                Objects.requireNonNullElse(c.background(), ""),
                String.join("\n", c.purposes()),
                Objects.requireNonNullElse(c.period(), ""),
                String.join(", ", c.themes()),
                c.area().stream().map(Coalition.Place::code).toList(),
                "",
                Long.toString(c.sequence()));
    }

    /** The same for a newer version. */
    CoalitionForm at(long newer) {
        return new CoalitionForm(
                name, challenge, background, purposes, period, themes, area, everywhere, Long.toString(newer));
    }

    /** What is wrong that can be seen from here, by field; the owner has the last word. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        check(errors, "name", Stream.of(name), 200);
        check(errors, "challenge", Stream.of(challenge), 500);
        check(errors, "background", Stream.of(background), 5000);
        check(errors, "purposes", lines().stream(), 500);
        check(errors, "period", Stream.of(period), 100);
        check(errors, "themes", separate().stream(), 60);
        if (name.isBlank()) {
            errors.put("name", "error.required");
        }
        if (challenge.isBlank()) {
            errors.put("challenge", "error.required");
        }
        return errors;
    }

    private static void check(Map<String, String> errors, String field, Stream<String> texts, int most) {
        if (texts.anyMatch(text -> text.strip().length() > most)) {
            errors.put(field, "error.too-long");
        }
    }

    Map<String, Object> description() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name.strip());
        body.put("challenge", challenge.strip());
        body.put("background", background.strip());
        body.put("purposes", lines());
        body.put("period", period.strip());
        body.put("themes", separate());
        body.put(
                "area",
                everywhere.equals("all")
                        ? Municipalities.ALL.stream().map(Municipality::code).toList()
                        : area);
        return body;
    }

    private List<String> lines() {
        return purposes.lines().map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    private List<String> separate() {
        return Arrays.stream(themes.split(",", -1))
                .map(String::strip)
                .filter(theme -> !theme.isEmpty())
                .toList();
    }
}

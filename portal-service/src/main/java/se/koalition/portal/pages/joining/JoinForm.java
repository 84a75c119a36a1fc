package se.koalition.portal.pages.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import se.koalition.portal.readmodel.Sectors;

/**
 * A request to join as its form has it.
 *
 * @param subject nobody sees this field; whoever fills it in is a program
 * @param altcha the solution of a challenge, if the browser could work it out
 * @param key makes sending the form twice harmless
 */
record JoinForm(
        String organisation,
        String sector,
        String municipality,
        String why,
        String name,
        String email,
        String subject,
        String altcha,
        String key) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]+");

    JoinForm {
        organisation = Objects.requireNonNullElse(organisation, "");
        sector = Objects.requireNonNullElse(sector, "");
        municipality = Objects.requireNonNullElse(municipality, "");
        why = Objects.requireNonNullElse(why, "");
        name = Objects.requireNonNullElse(name, "");
        email = Objects.requireNonNullElse(email, "");
        subject = Objects.requireNonNullElse(subject, "");
        altcha = Objects.requireNonNullElse(altcha, "");
        key = Objects.requireNonNullElse(key, "");
    }

    static JoinForm empty() {
        return new JoinForm("", "", "", "", "", "", "", "", UUID.randomUUID().toString());
    }

    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        check(errors, "organisation", organisation, 200);
        if (!Sectors.ALL.contains(sector)) {
            errors.put("sector", "join.error.sector");
        }
        if (municipality.strip().length() > 100) {
            errors.put("municipality", "error.too-long");
        }
        check(errors, "why", why, 2000);
        check(errors, "name", name, 200);
        check(errors, "email", email, 254);
        if (!email.isBlank() && !ADDRESS.matcher(email.strip()).matches()) {
            errors.put("email", "error.email");
        }
        return errors;
    }

    private static void check(Map<String, String> errors, String field, String value, int most) {
        if (value.isBlank()) {
            errors.put(field, "error.required");
        } else if (value.strip().length() > most) {
            errors.put(field, "error.too-long");
        }
    }

    Map<String, Object> request(String language, boolean proven) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "organisation", organisation.strip(),
                "sector", sector,
                "why", why.strip(),
                "name", name.strip(),
                "email", email.strip(),
                "language", language,
                "proven", proven));
        if (!municipality.isBlank()) {
            body.put("municipality", municipality.strip());
        }
        return body;
    }
}

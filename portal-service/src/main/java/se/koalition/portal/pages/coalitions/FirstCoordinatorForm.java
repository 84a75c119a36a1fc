package se.koalition.portal.pages.coalitions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Who is to coordinate a coalition that is started.
 *
 * @param key makes sending the form twice harmless
 */
record FirstCoordinatorForm(String coordinatorName, String coordinatorEmail, String coordinatorLanguage, String key) {

    FirstCoordinatorForm {
        coordinatorName = Objects.requireNonNullElse(coordinatorName, "");
        coordinatorEmail = Objects.requireNonNullElse(coordinatorEmail, "");
        coordinatorLanguage = Objects.requireNonNullElse(coordinatorLanguage, "");
        key = Objects.requireNonNullElse(key, "");
    }

    static FirstCoordinatorForm empty() {
        return new FirstCoordinatorForm("", "", "sv", UUID.randomUUID().toString());
    }

    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (coordinatorName.isBlank()) {
            errors.put("coordinatorName", "error.required");
        }
        if (coordinatorEmail.strip().indexOf('@') < 1) {
            errors.put("coordinatorEmail", "error.email");
        }
        return errors;
    }

    Map<String, String> coordinator() {
        return Map.of(
                "name", coordinatorName.strip(),
                "email", coordinatorEmail.strip(),
                "language", coordinatorLanguage.equals("en") ? "en" : "sv");
    }
}

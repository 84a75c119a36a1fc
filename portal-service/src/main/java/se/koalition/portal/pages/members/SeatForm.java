package se.koalition.portal.pages.members;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Someone who is to sit for an actor.
 *
 * @param deputy {@code true} from a ticked box
 * @param key makes sending the form twice harmless
 */
record SeatForm(String name, String email, String language, String deputy, String key) {

    SeatForm {
        name = Objects.requireNonNullElse(name, "");
        email = Objects.requireNonNullElse(email, "");
        language = Objects.requireNonNullElse(language, "");
        deputy = Objects.requireNonNullElse(deputy, "");
        key = Objects.requireNonNullElse(key, "");
    }

    static SeatForm empty() {
        return new SeatForm("", "", "sv", "", UUID.randomUUID().toString());
    }

    boolean isEmpty() {
        return name.isBlank() && email.isBlank();
    }

    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isBlank()) {
            errors.put("name", "error.required");
        }
        if (email.strip().indexOf('@') < 1) {
            errors.put("email", "error.email");
        }
        return errors;
    }

    Map<String, Object> member() {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("name", name.strip());
        member.put("email", email.strip());
        member.put("language", language.equals("en") ? "en" : "sv");
        if (deputy.equals("true")) {
            member.put("deputy", true);
        }
        return member;
    }

    Map<String, Object> successorOf(String memberId) {
        Map<String, Object> member = member();
        member.put("successorOf", memberId);
        return member;
    }
}

package se.koalition.portal.pages.actors;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was refused about an actor, in words that help more than the general ones. */
final class ActorErrors {

    private static final Map<String, String> WORDS = Map.of(
            "organisationNumber", "actor.error.organisation-number",
            "website", "actor.error.website",
            "duplicateId", "actor.error.duplicate");

    private ActorErrors() {}

    /** @param renaming whether the name may not become another one */
    static Map<String, String> of(Map<String, String> errors, boolean renaming) {
        Map<String, String> told = new LinkedHashMap<>();
        errors.forEach((field, error) -> told.put(field, words(field, error, renaming)));
        return told;
    }

    private static String words(String field, String error, boolean renaming) {
        if (error.equals("error.changed")) {
            return "actor.error.changed";
        }
        if (field.equals("name") && renaming && !error.equals("error.required")) {
            return "actor.error.other-name";
        }
        return WORDS.getOrDefault(field, error);
    }
}

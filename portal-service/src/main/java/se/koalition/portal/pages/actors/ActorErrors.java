package se.koalition.portal.pages.actors;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was refused about an actor, in words that help more than the general ones. */
final class ActorErrors {

    static final String CHANGED = "actor.error.changed";

    private static final Map<String, String> WORDS = Map.of(
            "organisationNumber", "actor.error.organisation-number",
            "website", "actor.error.website",
            "duplicateId", "actor.error.duplicate");

    private ActorErrors() {}

    static Map<String, String> of(Map<String, String> errors) {
        Map<String, String> told = new LinkedHashMap<>();
        errors.forEach((field, error) -> told.put(field, WORDS.getOrDefault(field, error)));
        return told;
    }
}

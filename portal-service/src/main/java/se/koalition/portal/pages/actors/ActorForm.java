package se.koalition.portal.pages.actors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.koalition.portal.readmodel.Actor;

/**
 * An actor as its forms have it: all text, for a refused form comes back as it was.
 *
 * @param version as it was when the form was opened
 * @param confirmed the name that is meant in spite of others like it
 * @param instead the name of a known actor that was meant
 */
record ActorForm(
        String name,
        String sector,
        String municipality,
        String organisationNumber,
        String website,
        String description,
        String publicContact,
        String version,
        String confirmed,
        String instead) {

    ActorForm {
        name = Objects.requireNonNullElse(name, "");
        sector = Objects.requireNonNullElse(sector, "");
        municipality = Objects.requireNonNullElse(municipality, "");
        organisationNumber = Objects.requireNonNullElse(organisationNumber, "");
        website = Objects.requireNonNullElse(website, "");
        description = Objects.requireNonNullElse(description, "");
        publicContact = Objects.requireNonNullElse(publicContact, "");
        version = Objects.requireNonNullElse(version, "");
        confirmed = Objects.requireNonNullElse(confirmed, "");
        instead = Objects.requireNonNullElse(instead, "");
    }

    static ActorForm of(String name, String sector) {
        return new ActorForm(name, sector, "", "", "", "", "", "", "", "");
    }

    static ActorForm of(Actor a) {
        return new ActorForm(
                a.name(),
                a.sector(),
                text(a.municipality()),
                text(a.organisationNumber()),
                text(a.website()),
                text(a.description()),
                text(a.publicContact()),
                Long.toString(a.sequence()),
                "",
                "");
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** The same for a newer version. */
    ActorForm at(long newer) {
        return new ActorForm(
                name,
                sector,
                municipality,
                organisationNumber,
                website,
                description,
                publicContact,
                Long.toString(newer),
                confirmed,
                instead);
    }

    /** What is wrong that can be seen from here, by field; the owner has the last word. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isBlank()) {
            errors.put("name", "error.required");
        }
        if (sector.isBlank()) {
            errors.put("sector", "error.choose");
        }
        return errors;
    }

    Map<String, Object> profile() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name.strip());
        body.put("sector", sector);
        put(body, "municipality", municipality);
        put(body, "organisationNumber", organisationNumber);
        put(body, "website", website);
        put(body, "description", description);
        put(body, "publicContact", publicContact);
        return body;
    }

    private static void put(Map<String, Object> body, String field, String text) {
        if (!text.isBlank()) {
            body.put(field, text.strip());
        }
    }

    Map<String, Object> registration(String coalitionId) {
        Map<String, Object> body = profile();
        body.put("coalitionId", coalitionId);
        return body;
    }

    /** A known actor is brought in by its name alone; it stays as it is. */
    Map<String, Object> knownOne(String coalitionId) {
        return Map.of("coalitionId", coalitionId, "name", instead, "sector", sector);
    }

    boolean isConfirmed() {
        return !confirmed.isEmpty() && confirmed.equals(name.strip());
    }
}

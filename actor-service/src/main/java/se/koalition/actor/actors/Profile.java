package se.koalition.actor.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.http.Written;
import se.koalition.actor.identity.OrganisationNumber;
import se.koalition.actor.identity.WebAddress;
import se.koalition.actor.places.Municipalities;
import se.koalition.actor.places.Municipality;

/**
 * What is known of an organisation beside where it takes part, tidied: the same for forms, programs and files. Whether
 * each field may be as it is has been checked where it came in.
 *
 * @param municipality one that coalitions count by, named by name or code, gets its own spelling
 * @param organisationNumber as {@link OrganisationNumber} writes it
 * @param publicContact how the public reaches the organisation; not a person's data
 */
public record Profile(
        String name,
        Sector sector,
        @Nullable String municipality,
        @Nullable String organisationNumber,
        @Nullable String website,
        @Nullable String description,
        @Nullable String publicContact) {

    public static final int MAX_NAME = 200;
    public static final int MAX_MUNICIPALITY = 100;
    public static final int MAX_DESCRIPTION = 2_000;
    public static final int MAX_CONTACT = 200;

    public Profile {
        name = Written.tidied(name);
        municipality = asShipped(textOrNull(municipality));
        organisationNumber = textOrNull(organisationNumber);
        website = textOrNull(website);
        description = textOrNull(description == null ? null : description.replace("\r\n", "\n"));
        publicContact = textOrNull(publicContact);
    }

    /** One of whom nothing else is known. */
    public static Profile of(String name, Sector sector, @Nullable String municipality) {
        return new Profile(name, sector, municipality, null, null, null, null);
    }

    /** As its fields are checked one by one. */
    public static Profile of(
            String name,
            Sector sector,
            @Nullable String municipality,
            @Nullable OrganisationNumber number,
            @Nullable WebAddress website,
            @Nullable String description,
            @Nullable String publicContact) {
        return new Profile(
                name,
                sector,
                municipality,
                number == null ? null : number.text(),
                website == null ? null : website.text(),
                description,
                publicContact);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String asShipped(@Nullable String place) {
        return place == null
                ? null
                : Municipalities.find(place).map(Municipality::name).orElse(place);
    }

    /** The code of the municipality, if it is one that coalitions count by. */
    @Nullable String municipalityCode() {
        return municipality == null
                ? null
                : Municipalities.find(municipality).map(Municipality::code).orElse(null);
    }

    /** The names of the fields in which the other differs. */
    List<String> changed(Profile other) {
        List<String> names = new ArrayList<>();
        note(names, "name", name, other.name);
        note(names, "sector", sector, other.sector);
        note(names, "municipality", municipality, other.municipality);
        note(names, "organisationNumber", organisationNumber, other.organisationNumber);
        note(names, "website", website, other.website);
        note(names, "description", description, other.description);
        note(names, "publicContact", publicContact, other.publicContact);
        return names;
    }

    private static void note(List<String> names, String name, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            names.add(name);
        }
    }
}

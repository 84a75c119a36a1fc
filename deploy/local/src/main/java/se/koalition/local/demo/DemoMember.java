package se.koalition.local.demo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The one who represents an actor in the demo: a role instead of a person's name. */
record DemoMember(String name, String email, String language) {

    private static final int LABEL = 60;
    private static final Set<String> ENGLISH = Set.of("Altitude Meetings", "Jönköping University");
    private static final Map<String, String> SWEDISH_ROLES = Map.of(
            "authority", "Utredare",
            "region", "Strateg",
            "municipality", "Utvecklingsledare",
            "academia", "Forskare",
            "culture", "Samordnare",
            "civil-society", "Verksamhetsledare",
            "business", "Projektledare");
    private static final Map<String, String> ENGLISH_ROLES =
            Map.of("academia", "Researcher", "business", "Project manager");

    static DemoMember of(DemoActor actor) {
        boolean english = ENGLISH.contains(actor.name());
        String role = (english ? ENGLISH_ROLES : SWEDISH_ROLES).getOrDefault(actor.sector(), "Kontakt");
        String slug = slug(actor.name());
        return new DemoMember(role + ", " + actor.name(), slug + "@" + slug + ".example", english ? "en" : "sv");
    }

    /** As long as a label of a host name may be, and a little less. */
    static String slug(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String dashed = ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = dashed.length() > LABEL ? dashed.substring(0, LABEL) : dashed;
        return cut.replaceAll("^-|-$", "");
    }
}

package se.koalition.portal.pages.actors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of an actor shows, in the visitor's language. */
record ActorView(
        String id,
        String name,
        String sector,
        @Nullable String municipality,
        @Nullable String organisationNumber,
        @Nullable String website,
        @Nullable String description,
        @Nullable String publicContact,
        List<Present> present,
        List<Past> past) {

    /** @param mayEnd whether the visitor may say that the actor leaves */
    record Present(String id, String name, String since, boolean mayEnd) {}

    /** @param reason only for those who belong to the coalition */
    record Past(
            String id,
            String name,
            String from,
            String until,
            @Nullable String reason) {}

    /** Public, for templates find no other methods. */
    public boolean tellsAnything() {
        return municipality != null || organisationNumber != null || website != null || publicContact != null;
    }
}

package se.koalition.portal.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need or an offer, as far as matching looks at it.
 *
 * @param sector of the actor
 * @param municipalityCode SCB's, where the municipality is a known one
 */
public record Posting(
        String id,
        String actorId,
        String sector,
        String title,
        String text,
        List<String> themes,
        @Nullable String municipalityCode,
        @Nullable String municipality) {

    public Posting {
        themes = List.copyOf(themes);
    }
}

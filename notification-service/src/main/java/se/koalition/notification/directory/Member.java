package se.koalition.notification.directory;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person who gets mails: as a representative of an actor, a coordinator, or both. */
public record Member(
        String id,
        String name,
        String email,
        String language,
        @Nullable String actorId,
        List<Role> roles,
        Instant addedAt) {

    private static final Locale SWEDISH = Locale.of("sv", "SE");

    /** What a member does in one coalition, whatever their actor does there. */
    public record Role(String coalitionId, Instant since) {}

    /** Swedish unless they chose otherwise. */
    public Locale locale() {
        return "en".equals(language) ? Locale.UK : SWEDISH;
    }
}

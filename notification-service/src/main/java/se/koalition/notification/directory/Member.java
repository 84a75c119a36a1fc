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
        Instant addedAt,
        @Nullable Applicant applicant,
        @Nullable Instant erasedAt) {

    private static final Locale SWEDISH = Locale.of("sv", "SE");

    /** What a member does in one coalition, whatever their actor does there. */
    public record Role(String coalitionId, String role, Instant since) {

        /** Roles that were kept before they had a name count when they are told again. */
        public boolean coordinates(String coalition) {
            return "coordinator".equals(role) && coalitionId.equals(coalition);
        }
    }

    /** Only asks to join so far. */
    public record Applicant(String coalitionId) {}

    /** Swedish unless they chose otherwise. */
    public Locale locale() {
        return "en".equals(language) ? Locale.UK : SWEDISH;
    }
}

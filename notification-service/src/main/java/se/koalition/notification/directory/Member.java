package se.koalition.notification.directory;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who gets mails: as a representative of an actor, a coordinator, or both.
 *
 * @param successorOf whose seat they took over
 * @param leftAt since when they get no mails any more
 * @param erasedAt since when nobody knows who they were
 * @param history what happened to them lately, oldest first
 */
public record Member(
        String id,
        String name,
        String email,
        String language,
        @Nullable String actorId,
        List<Role> roles,
        Instant addedAt,
        @Nullable Boolean deputy,
        @Nullable String successorOf,
        @Nullable Instant leftAt,
        @Nullable Applicant applicant,
        @Nullable Instant erasedAt,
        List<Happened> history) {

    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private static final String ADDED = "member.added.v1";

    private static final Set<String> ON_REQUEST = Set.of("member.seated.v1", "member.admitted.v1");

    public Member {
        history = Objects.requireNonNullElse(history, List.of());
    }

    /** One of the last facts, and who brought it about. */
    public record Happened(String type, @Nullable String member) {}

    /** What a member does in one coalition, whatever their actor does there. */
    public record Role(String coalitionId, String role, Instant since) {

        /** Roles that were kept before they had a name count when they are told again. */
        public boolean coordinates(String coalition) {
            return "coordinator".equals(role) && coalitionId.equals(coalition);
        }
    }

    /** Only asks to join so far. */
    public record Applicant(String coalitionId) {}

    /** Whether they get mails. */
    public boolean present() {
        return leftAt == null;
    }

    public boolean erased() {
        return erasedAt != null;
    }

    public boolean deputises() {
        return Boolean.TRUE.equals(deputy);
    }

    /** The id of who gave them their seat last. */
    public Optional<String> invitedBy() {
        return history.reversed().stream()
                .filter(fact -> fact.type().equals(ADDED))
                .findFirst()
                .map(Happened::member);
    }

    /** Whether what they have is the answer to their own request. */
    public boolean tookPartOnRequest() {
        return history.stream().anyMatch(fact -> ON_REQUEST.contains(fact.type()));
    }

    /** Swedish unless they chose otherwise. */
    public Locale locale() {
        return "en".equals(language) ? Locale.UK : SWEDISH;
    }
}

package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person. The address never leaves the portal but to the person's own mailbox. */
public record Member(
        long sequence,
        String id,
        String name,
        String email,
        String language,
        @Nullable String actorId,
        List<Role> roles,
        @Nullable Applicant applicant) {

    /** A task in one coalition. */
    public record Role(String coalitionId, String role, Instant since) {}

    /** Only asks to join so far: no rights, and no signing in. */
    public record Applicant(String coalitionId) {}

    public Member {
        roles = Absent.orEmpty(roles);
    }
}

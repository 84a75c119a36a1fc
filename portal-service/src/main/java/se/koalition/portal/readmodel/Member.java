package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person. The address never leaves the portal but to the person themself.
 *
 * @param successorOf whose seat they took over
 * @param leftAt since when they belong nowhere any more
 * @param formerCoalitionIds whose coordinators answer for them after they left
 * @param erasedAt since when nobody knows who they were
 */
public record Member(
        long sequence,
        String id,
        String name,
        String email,
        String language,
        @Nullable String actorId,
        List<Role> roles,
        @Nullable Applicant applicant,
        @Nullable Boolean deputy,
        @Nullable String successorOf,
        @Nullable Instant leftAt,
        @Nullable String formerActorId,
        List<String> formerCoalitionIds,
        @Nullable Instant erasedAt) {

    /** A task in one coalition. */
    public record Role(String coalitionId, String role, Instant since) {}

    /** Only asks to join so far: no rights, and no signing in. */
    public record Applicant(String coalitionId) {}

    public Member {
        roles = Absent.orEmpty(roles);
        formerCoalitionIds = Absent.orEmpty(formerCoalitionIds);
    }

    /** Whether they belong anywhere, and may sign in. */
    public boolean present() {
        return leftAt == null;
    }

    public boolean erased() {
        return erasedAt != null;
    }

    public boolean deputises() {
        return Boolean.TRUE.equals(deputy);
    }

    public boolean hasRoleIn(String coalitionId) {
        return roles.stream().anyMatch(r -> r.coalitionId().equals(coalitionId));
    }

    public boolean coordinates(String coalitionId) {
        return roles.stream()
                .anyMatch(r -> r.coalitionId().equals(coalitionId) && r.role().equals("coordinator"));
    }
}

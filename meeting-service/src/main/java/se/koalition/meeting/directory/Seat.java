package se.koalition.meeting.directory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What this service needs to know of a member: neither name nor address. */
record Seat(
        String id,
        @Nullable String actorId,
        List<Role> roles,
        @Nullable Instant leftAt) {

    private static final String COORDINATOR = "coordinator";

    record Role(String coalitionId, String role) {}

    /** As the event's state has it. */
    record Told(
            @Nullable String actorId,
            List<Role> roles,
            @Nullable Instant leftAt) {
        Told {
            roles = Objects.requireNonNullElse(roles, List.of());
        }

        Seat of(String id) {
            return new Seat(id, actorId, roles, leftAt);
        }
    }

    boolean hasLeft() {
        return leftAt != null;
    }

    boolean coordinates(String coalitionId) {
        return roles.stream().anyMatch(r -> r.coalitionId.equals(coalitionId) && r.role.equals(COORDINATOR));
    }

    boolean hasRoleIn(String coalitionId) {
        return roles.stream().anyMatch(r -> r.coalitionId.equals(coalitionId));
    }
}

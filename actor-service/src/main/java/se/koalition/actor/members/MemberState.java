package se.koalition.actor.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member as the other services know them: {@code contracts/schemas/member.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberState(
        String id,
        String name,
        String email,
        String language,
        @Nullable String actorId,
        List<RoleState> roles,
        Instant addedAt,
        @Nullable ApplicantState applicant,
        @Nullable Boolean deputy,
        @Nullable String successorOf,
        @Nullable Instant leftAt,
        @Nullable String formerActorId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> formerCoalitionIds,
        @Nullable Instant erasedAt) {

    record ApplicantState(String coalitionId) {}

    record RoleState(String coalitionId, String role, Instant since) {}

    static MemberState of(Member m) {
        List<RoleState> roles = m.roles().stream()
                .map(r -> new RoleState(r.coalitionId(), r.role(), r.since()))
                .toList();
        Tenure t = m.tenure();
        return new MemberState(
                m.id(),
                m.name(),
                m.email(),
                m.language(),
                m.actorId(),
                roles,
                m.addedAt(),
                t.applicantIn() == null ? null : new ApplicantState(t.applicantIn()),
                t.deputy(),
                t.successorOf(),
                t.leftAt(),
                t.formerActorId(),
                t.formerCoalitions(),
                t.erasedAt());
    }
}

package se.koalition.actor.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;
import se.koalition.messaging.Refused;

/**
 * A person who represents an actor, or coordinates a coalition. The only place for personal data.
 *
 * @param actorId the actor they represent; none for a coordinator from outside
 * @param roles beyond being the actor's representative, by coalition
 * @param applicant only as long as they have asked to join, and have neither seat nor role nor right
 * @param erasedAt since when nothing is known of them any more
 */
record Member(
        String id,
        String name,
        String email,
        String language,
        @Nullable String actorId,
        List<Role> roles,
        Instant addedAt,
        @Nullable Applicant applicant,
        @Nullable Instant erasedAt) {

    static final String COORDINATOR = "coordinator";

    /** What stands where a name was; the address leads nowhere for ever (RFC 2606 §2). */
    private static final String ERASED = "(erased)";

    private static final String NOWHERE = "@erased.invalid";

    record Role(String coalitionId, String role, Instant since) {}

    /** Where they asked to join first. */
    record Applicant(String coalitionId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Added(
            @Nullable String actorId,
            @Nullable String coalitionId,
            @Nullable String role) implements Fact {
        @Override
        public String type() {
            return "member.added.v1";
        }
    }

    static Decision<Member> forActor(Members.Person p, String actorId, Instant now) {
        Member member = new Member(p.id(), p.name(), p.email(), p.language(), actorId, List.of(), now, null, null);
        return new Decision<>(member, new Added(actorId, null, null));
    }

    static Decision<Member> asCoordinator(Members.Person p, String coalitionId, Instant now) {
        Role role = new Role(coalitionId, COORDINATOR, now);
        Member member = new Member(p.id(), p.name(), p.email(), p.language(), null, List.of(role), now, null, null);
        return new Decision<>(member, new Added(null, coalitionId, COORDINATOR));
    }

    /** Adds this member to one more coalition as its coordinator. */
    @Nullable Decision<Member> coordinate(String coalitionId, Instant now) {
        if (coordinates(coalitionId)) {
            return null;
        }
        Role role = new Role(coalitionId, COORDINATOR, now);
        List<Role> all = Stream.concat(roles.stream(), Stream.of(role)).toList();
        Member after = new Member(id, name, email, language, actorId, all, addedAt, null, null);
        return new Decision<>(after, new Added(actorId, coalitionId, COORDINATOR));
    }

    static Decision<Member> applying(Members.Person p, String coalitionId, String requestId, Instant now) {
        Member member = new Member(
                p.id(), p.name(), p.email(), p.language(), null, List.of(), now, new Applicant(coalitionId), null);
        return new Decision<>(member, new ApplicantFact.Applied(coalitionId, requestId));
    }

    /** Whoever represents an actor already keeps that seat; nobody sits on two. */
    @Nullable Decision<Member> seat(String newActorId, String requestId, Instant now) {
        if (actorId != null || erasedAt != null) {
            return null;
        }
        Instant since = applicant == null ? addedAt : now;
        Member after = new Member(id, name, email, language, newActorId, roles, since, null, null);
        return new Decision<>(after, new ApplicantFact.Seated(newActorId, requestId));
    }

    /**
     * Seats an applicant whom a coordinator names by their address without waiting for the request.
     *
     * @throws Refused.Conflict if they are no applicant
     */
    Decision<Member> seatDirectly(Members.Person p, String newActorId, Instant now) {
        if (applicant == null) {
            throw new Refused.Conflict("The address " + email + " belongs to a member already.");
        }
        Member after = new Member(id, p.name(), email, p.language(), newActorId, List.of(), now, null, null);
        return new Decision<>(after, new Added(newActorId, null, null));
    }

    /** The address is free for anyone again. */
    @Nullable Decision<Member> erase(Instant now) {
        if (erasedAt != null) {
            return null;
        }
        Member after = new Member(id, ERASED, id + NOWHERE, language, null, List.of(), addedAt, null, now);
        return new Decision<>(after, new ApplicantFact.Erased());
    }

    boolean coordinates(String coalitionId) {
        return roles.stream()
                .anyMatch(r -> r.coalitionId().equals(coalitionId) && r.role().equals(COORDINATOR));
    }
}

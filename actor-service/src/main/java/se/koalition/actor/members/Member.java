package se.koalition.actor.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;

/**
 * A person who represents an actor, or coordinates a coalition. The only place for personal data.
 *
 * @param actorId the actor they represent; none for a coordinator from outside
 * @param roles beyond being the actor's representative, by coalition
 */
record Member(
        String id,
        String name,
        String email,
        String language,
        @Nullable String actorId,
        List<Role> roles,
        Instant addedAt) {

    static final String COORDINATOR = "coordinator";

    record Role(String coalitionId, String role, Instant since) {}

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

    record Moved(String fromActorId, String toActorId) implements Fact {
        @Override
        public String type() {
            return "member.moved.v1";
        }
    }

    static Decision<Member> forActor(Members.Person p, String actorId, Instant now) {
        Member member = new Member(p.id(), p.name(), p.email(), p.language(), actorId, List.of(), now);
        return new Decision<>(member, new Added(actorId, null, null));
    }

    static Decision<Member> asCoordinator(Members.Person p, String coalitionId, Instant now) {
        Role role = new Role(coalitionId, COORDINATOR, now);
        Member member = new Member(p.id(), p.name(), p.email(), p.language(), null, List.of(role), now);
        return new Decision<>(member, new Added(null, coalitionId, COORDINATOR));
    }

    /** Adds this member to one more coalition as its coordinator. */
    @Nullable Decision<Member> coordinate(String coalitionId, Instant now) {
        if (coordinates(coalitionId)) {
            return null;
        }
        Role role = new Role(coalitionId, COORDINATOR, now);
        List<Role> all = Stream.concat(roles.stream(), Stream.of(role)).toList();
        Member after = new Member(id, name, email, language, actorId, all, addedAt);
        return new Decision<>(after, new Added(actorId, coalitionId, COORDINATOR));
    }

    /** Represents the actor that a duplicate was merged into; whoever sits elsewhere by now stays there. */
    @Nullable Decision<Member> move(String fromActorId, String toActorId) {
        if (!fromActorId.equals(actorId)) {
            return null;
        }
        Member after = new Member(id, name, email, language, toActorId, roles, addedAt);
        return new Decision<>(after, new Moved(fromActorId, toActorId));
    }

    boolean coordinates(String coalitionId) {
        return roles.stream()
                .anyMatch(r -> r.coalitionId().equals(coalitionId) && r.role().equals(COORDINATOR));
    }
}

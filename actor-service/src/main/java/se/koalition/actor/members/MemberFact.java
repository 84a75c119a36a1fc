package se.koalition.actor.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Fact;

/** What can happen to a member. No fact tells a name or an address: the state does. */
sealed interface MemberFact extends Fact {

    /** Seated for an actor, for the first time or again, or made coordinator from outside. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Added(
            @Nullable String actorId,
            @Nullable String coalitionId,
            @Nullable String role,
            @Nullable String successorOf,
            @Nullable Boolean deputy)
            implements MemberFact {

        Added(@Nullable String actorId, @Nullable String coalitionId, @Nullable String role) {
            this(actorId, coalitionId, role, null, null);
        }

        static Added in(Members.Seat seat) {
            return new Added(seat.actorId(), null, null, seat.successorOf(), seat.deputy() ? true : null);
        }

        @Override
        public String type() {
            return "member.added.v1";
        }
    }

    /** Asked to join a coalition, and was unknown before. */
    record Applied(String coalitionId, String requestId) implements MemberFact {
        @Override
        public String type() {
            return "member.applied.v1";
        }
    }

    /** Got an actor's seat because their request was accepted. */
    record Seated(String actorId, String requestId) implements MemberFact {
        @Override
        public String type() {
            return "member.seated.v1";
        }
    }

    /** Belongs to the coalition without a seat there: it said yes to them, but others give the actor's seats. */
    record Admitted(String coalitionId, String requestId) implements MemberFact {
        @Override
        public String type() {
            return "member.admitted.v1";
        }
    }

    /** Represents the actor that theirs was merged into. */
    record Moved(String fromActorId, String toActorId) implements MemberFact {
        @Override
        public String type() {
            return "member.moved.v1";
        }
    }

    /** @param deputy whether they are the deputy from now on, or hold the seat themself */
    record NamedDeputy(boolean deputy) implements MemberFact {
        @Override
        public String type() {
            return "member.named-deputy.v1";
        }
    }

    record RoleGiven(String coalitionId, String role) implements MemberFact {
        @Override
        public String type() {
            return "member.role-given.v1";
        }
    }

    record RoleWithdrawn(String coalitionId, String role) implements MemberFact {
        @Override
        public String type() {
            return "member.role-withdrawn.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Left(@Nullable String reason) implements MemberFact {
        @Override
        public String type() {
            return "member.left.v1";
        }
    }

    /** @param changed names of the fields of the state */
    record Described(List<String> changed) implements MemberFact {
        @Override
        public String type() {
            return "member.described.v1";
        }
    }

    record Erased() implements MemberFact {
        @Override
        public String type() {
            return "member.erased.v1";
        }
    }
}

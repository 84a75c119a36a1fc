package se.koalition.actor.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Fact;

/** What can happen to a member after they were added. No fact tells a name or an address: the state does. */
sealed interface MemberFact extends Fact {

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

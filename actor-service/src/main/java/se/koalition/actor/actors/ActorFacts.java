package se.koalition.actor.actors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Fact;

/** What can happen to an actor. */
final class ActorFacts {

    private ActorFacts() {}

    record Registered() implements Fact {
        @Override
        public String type() {
            return "actor.registered.v1";
        }
    }

    /** @param changed names of the fields that are others now */
    record Described(List<String> changed) implements Fact {
        @Override
        public String type() {
            return "actor.described.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JoinedCoalition(String coalitionId, @Nullable String importId) implements Fact {
        @Override
        public String type() {
            return "actor.joined-coalition.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeftCoalition(String coalitionId, @Nullable String reason) implements Fact {
        @Override
        public String type() {
            return "actor.left-coalition.v1";
        }
    }

    /** Told of the one that stays, before the duplicate itself goes. */
    record DuplicateMerged(String duplicateId) implements Fact {
        static final String TYPE = "actor.duplicate-merged.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Told of the one that goes: whatever points to it points to the other from now on. */
    record Merged(String intoId) implements Fact {
        static final String TYPE = "actor.merged.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }
}

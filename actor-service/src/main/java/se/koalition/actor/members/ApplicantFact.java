package se.koalition.actor.members;

import se.koalition.messaging.Fact;

/** What becomes of someone who asks to join. */
sealed interface ApplicantFact extends Fact {

    record Applied(String coalitionId, String requestId) implements ApplicantFact {
        @Override
        public String type() {
            return "member.applied.v1";
        }
    }

    record Seated(String actorId, String requestId) implements ApplicantFact {
        @Override
        public String type() {
            return "member.seated.v1";
        }
    }
}

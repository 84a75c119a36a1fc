package se.koalition.actor.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.actors.Profile;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;
import se.koalition.messaging.Refused;

/**
 * An organisation asks to join a coalition; a coordinator answers once.
 *
 * @param why in the applicant's words, for which nobody can vouch; gone some time after the answer
 * @param proven whether the sender did the work that the portal asked for, as programs that send masses would not
 * @param applicant who asks; gone as soon as they are a member, for personal data lives there only
 * @param memberId who asks, once that is known
 */
record JoinRequest(
        String id,
        String coalitionId,
        Profile organisation,
        @Nullable String why,
        boolean proven,
        @Nullable Applicant applicant,
        @Nullable String memberId,
        @Nullable Answer answer,
        Instant receivedAt) {

    record Applicant(String name, String email, String language) {}

    /**
     * The coordinator's.
     *
     * @param actorId whom the coalition takes in; none if it declines
     * @param seatWaits whether the actor and the applicant's seat are still to come: whoever leaves later must not be
     *     brought back by an old event
     */
    record Answer(
            Instant at, @Nullable String actorId, @Nullable String message, boolean seatWaits) {}

    record Received(boolean proven) implements Fact {
        static final String TYPE = "join-request.received.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record ApplicantKnown(String memberId) implements Fact {
        @Override
        public String type() {
            return "join-request.applicant-known.v1";
        }
    }

    record Accepted(String actorId) implements Fact {
        static final String TYPE = "join-request.accepted.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Declined(@Nullable String message) implements Fact {
        @Override
        public String type() {
            return "join-request.declined.v1";
        }
    }

    record Forgotten() implements Fact {
        @Override
        public String type() {
            return "join-request.forgotten.v1";
        }
    }

    Decision<JoinRequest> received() {
        return new Decision<>(this, new Received(proven));
    }

    @Nullable Decision<JoinRequest> knowApplicant(String member) {
        return applicant == null
                ? null
                : new Decision<>(
                        new JoinRequest(id, coalitionId, organisation, why, proven, null, member, answer, receivedAt),
                        new ApplicantKnown(member));
    }

    /** @throws Refused.Conflict if it was declined */
    @Nullable Decision<JoinRequest> accept(Instant now) {
        if (answer != null) {
            mustBe(answer.actorId() != null);
            return null;
        }
        String actorId = Actors.idFor(organisation.name());
        return new Decision<>(answered(new Answer(now, actorId, null, true)), new Accepted(actorId));
    }

    /** @throws Refused.Conflict if it was accepted, or declined in other words */
    @Nullable Decision<JoinRequest> decline(@Nullable String message, Instant now) {
        if (answer != null) {
            mustBe(answer.actorId() == null && Objects.equals(message, answer.message()));
            return null;
        }
        return new Decision<>(answered(new Answer(now, null, message, false)), new Declined(message));
    }

    private static void mustBe(boolean sameAnswer) {
        if (!sameAnswer) {
            throw new Refused.Conflict("The request has been answered differently already. Look at it again.");
        }
    }

    /**
     * What was written, by either side, is of no use after a while and may name people. A seat waits no more then: the
     * event that was to give it is gone from the topic, and this write must not undo a seating of the same moment.
     */
    @Nullable Decision<JoinRequest> forget() {
        if (answer == null || why == null) {
            return null;
        }
        Answer kept = new Answer(answer.at(), answer.actorId(), null, false);
        return new Decision<>(
                new JoinRequest(id, coalitionId, organisation, null, proven, null, memberId, kept, receivedAt),
                new Forgotten());
    }

    private JoinRequest answered(Answer given) {
        return new JoinRequest(id, coalitionId, organisation, why, proven, applicant, memberId, given, receivedAt);
    }
}

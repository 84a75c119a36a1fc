package se.koalition.meeting.scheduling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Fact;

/** What can happen to a meeting. */
sealed interface MeetingFact extends Fact {

    /** Adding to those invited needs no reaction here; all other facts may. */
    String INVITATIONS_EXTENDED = "meeting.invitations-extended.v1";

    record Scheduled() implements MeetingFact {
        @Override
        public String type() {
            return "meeting.scheduled.v1";
        }
    }

    record Rescheduled(Instant previousStart, Instant previousEnd) implements MeetingFact {
        @Override
        public String type() {
            return "meeting.rescheduled.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cancelled(@Nullable String reason) implements MeetingFact {
        @Override
        public String type() {
            return "meeting.cancelled.v1";
        }
    }

    /** @param invited those who were added */
    record InvitationsExtended(List<String> invited) implements MeetingFact {
        @Override
        public String type() {
            return INVITATIONS_EXTENDED;
        }
    }
}

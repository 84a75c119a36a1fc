package se.koalition.meeting.scheduling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Fact;

/** What can happen to a meeting. */
sealed interface MeetingFact extends Fact {

    /** Who is invited follows from events already when these happen; all other facts may need a reaction. */
    Set<String> ABOUT_INVITATIONS = Set.of(InvitationsExtended.TYPE, InvitationsWithdrawn.TYPE);

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
        static final String TYPE = "meeting.invitations-extended.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** @param withdrawn those who left the coalition */
    record InvitationsWithdrawn(List<String> withdrawn) implements MeetingFact {
        static final String TYPE = "meeting.invitations-withdrawn.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }
}

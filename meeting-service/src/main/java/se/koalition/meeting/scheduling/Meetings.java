package se.koalition.meeting.scheduling;

import static com.mongodb.client.model.Filters.eq;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Refused;
import se.koalition.messaging.Stored;

/** What other features of this service may know of a meeting. */
@Component
public class Meetings {

    private final Aggregates<Meeting> meetings;
    private final Clock clock;

    Meetings(Aggregates<Meeting> meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** @param closedBecause why it takes no answers any more; {@code null} as long as it does */
    public record Invitation(
            String coalitionId,
            int revision,
            List<String> invited,
            @Nullable String closedBecause) {

        /** @throws Refused.Conflict if the meeting is cancelled or over */
        public void requireOpen() {
            if (closedBecause != null) {
                throw new Refused.Conflict(closedBecause);
            }
        }
    }

    /** The ids of the meetings to which the member is invited, over or to come. */
    public List<String> invitedTo(String memberId) {
        return meetings.findAll(eq("state.invited", memberId)).stream()
                .map(Stored::id)
                .toList();
    }

    /** @throws Refused.NotFound if there is no such meeting */
    public Invitation invitation(String meetingId) {
        Meeting meeting = meetings.get(meetingId).state();
        return new Invitation(
                meeting.coalitionId(), meeting.revision(), meeting.invited(), meeting.closedBecause(clock.instant()));
    }
}

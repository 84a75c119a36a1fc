package se.koalition.meeting.scheduling;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.koalition.meeting.directory.Belonging;
import se.koalition.meeting.directory.Directory;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Refused;
import se.koalition.messaging.Stored;

/**
 * Sees to it that those who belong to a coalition are invited to its coming meetings, and those who left are not, by
 * comparing what is with what should be: after each event, whichever comes first and however often. Nobody more is
 * invited to what is left of a concluded coalition's meetings.
 */
@Component
class Invitations {

    private static final Logger log = LoggerFactory.getLogger(Invitations.class);

    private final Aggregates<Meeting> meetings;
    private final Directory directory;
    private final Clock clock;

    Invitations(Aggregates<Meeting> meetings, Directory directory, Clock clock) {
        this.meetings = meetings;
        this.directory = directory;
        this.clock = clock;
    }

    /** Members are known to belong to coalitions: whose coming meetings are they missing from? */
    void reconcile(Belonging belonging, @Nullable String by) {
        List<String> open = belonging.coalitionIds().stream()
                .filter(coalition -> !directory.concluded(coalition))
                .toList();
        if (!open.isEmpty()) {
            Bson ofTheirs = in("state.coalitionId", open);
            meetings.findAll(coming(ofTheirs)).forEach(meeting -> invite(meeting, belonging.memberIds(), by));
        }
        if (!belonging.leavers().isEmpty()) {
            Bson withThem = in("state.invited", belonging.leavers());
            meetings.findAll(coming(withThem)).forEach(meeting -> withdraw(meeting, belonging.leavers(), by));
        }
    }

    /** The directory may have been behind, or moved on, while the meeting was scheduled: who is missing from it? */
    void reconcile(String meetingId, @Nullable String by) {
        meetings.find(meetingId)
                .filter(m -> m.state().closedBecause(clock.instant()) == null)
                .ifPresent(m -> {
                    if (!directory.concluded(m.state().coalitionId())) {
                        invite(m, directory.members(m.state().coalitionId()), by);
                    }
                    withdraw(m, m.state().invited(), by);
                });
    }

    private Bson coming(Bson these) {
        return and(
                these,
                eq("state.status", Meeting.Status.SCHEDULED.name()),
                gt("state.plan.slot.end", Date.from(clock.instant())));
    }

    private void withdraw(Stored<Meeting> meeting, Collection<String> memberIds, @Nullable String by) {
        List<String> gone = directory.gone(memberIds, meeting.state().coalitionId());
        meetings.change(meeting.id(), null, by, m -> m.withdraw(gone, clock.instant()));
    }

    private void invite(Stored<Meeting> meeting, Collection<String> memberIds, @Nullable String by) {
        if (meeting.state().invite(memberIds, clock.instant()) == null) {
            return;
        }
        try {
            meetings.change(meeting.id(), null, by, m -> m.invite(memberIds, clock.instant()));
        } catch (Refused.EventTooLarge e) {
            // Trying again cannot help, and must not keep the events behind this one waiting.
            log.error("Meeting {} cannot invite more members: {}", meeting.id(), e.getMessage());
        }
    }
}

package se.koalition.meeting.scheduling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Refused;

/**
 * A meeting of a coalition and who is invited to it.
 *
 * @param revision of what stands in calendars: it rises when the meeting is moved or cancelled, never otherwise
 * @param invited ids of members, until they leave the coalition
 * @param reason why it was cancelled
 */
record Meeting(
        String id,
        String coalitionId,
        Plan plan,
        Status status,
        int revision,
        List<String> invited,
        Instant scheduledAt,
        @Nullable String reason) {

    record Item(String title) {}

    record Plan(
            String title,
            @Nullable String purpose,
            Slot slot,
            @Nullable String link,
            List<Item> agenda) {

        Plan at(Slot other) {
            return new Plan(title, purpose, other, link, agenda);
        }
    }

    enum Status {
        /** It will take place, or has. */
        SCHEDULED,
        /** It will not; there is no way back. */
        CANCELLED
    }

    static Decision<Meeting> schedule(
            String id, String coalitionId, Plan plan, Collection<String> invited, Instant now) {
        plan.slot().requireComing(now);
        return new Decision<>(
                new Meeting(id, coalitionId, plan, Status.SCHEDULED, 0, List.copyOf(invited), now, null),
                new MeetingFact.Scheduled());
    }

    /** Moving to where it is already changes nothing. */
    @Nullable Decision<Meeting> reschedule(Slot to, Instant now) {
        requireOpen(now);
        Slot from = plan.slot();
        if (to.equals(from)) {
            return null;
        }
        to.requireComing(now);
        return new Decision<>(
                new Meeting(id, coalitionId, plan.at(to), status, revision + 1, invited, scheduledAt, null),
                new MeetingFact.Rescheduled(from.start(), from.end()));
    }

    Decision<Meeting> cancel(@Nullable String why, Instant now) {
        requireOpen(now);
        return new Decision<>(
                new Meeting(id, coalitionId, plan, Status.CANCELLED, revision + 1, invited, scheduledAt, why),
                new MeetingFact.Cancelled(why));
    }

    /** Invites those of them who are not yet; nobody is invited to what is over or cancelled. */
    @Nullable Decision<Meeting> invite(Collection<String> memberIds, Instant now) {
        Set<String> already = new HashSet<>(invited);
        List<String> added = memberIds.stream()
                .filter(id -> !already.contains(id))
                .distinct()
                .toList();
        if (added.isEmpty() || closedBecause(now) != null) {
            return null;
        }
        List<String> all = Stream.concat(invited.stream(), added.stream()).toList();
        return new Decision<>(
                new Meeting(id, coalitionId, plan, status, revision, all, scheduledAt, reason),
                new MeetingFact.InvitationsExtended(added));
    }

    /** Takes those of them off who are invited; what is over or cancelled stays as it was. */
    @Nullable Decision<Meeting> withdraw(Collection<String> memberIds, Instant now) {
        List<String> withdrawn = invited.stream().filter(memberIds::contains).toList();
        if (withdrawn.isEmpty() || closedBecause(now) != null) {
            return null;
        }
        List<String> staying =
                invited.stream().filter(id -> !withdrawn.contains(id)).toList();
        return new Decision<>(
                new Meeting(id, coalitionId, plan, status, revision, staying, scheduledAt, reason),
                new MeetingFact.InvitationsWithdrawn(withdrawn));
    }

    /** Why nothing can be changed or answered any more; {@code null} as long as it can. */
    @Nullable String closedBecause(Instant now) {
        if (status == Status.CANCELLED) {
            return "The meeting is cancelled.";
        }
        return plan.slot().isOver(now) ? "The meeting is over." : null;
    }

    private void requireOpen(Instant now) {
        String closed = closedBecause(now);
        if (closed != null) {
            throw new Refused.Conflict(closed);
        }
    }
}

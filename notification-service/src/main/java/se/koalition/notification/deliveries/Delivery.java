package se.koalition.notification.deliveries;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mail that a member gets because of one revision of one subject: at most one, whatever is told how often.
 *
 * @param subjectId a meeting, an insight, a match, a request to join, or the member who is welcomed
 * @param revision the subject's; only a meeting has more than one; of a welcome, the minute at which the seat was given
 * @param createdAt also the time that the mail gives, however often it is tried
 * @param attempts how often it was claimed
 * @param due when it may be claimed again: the next attempt or the end of the lease; none once it is settled
 */
record Delivery(
        String id,
        String subjectId,
        int revision,
        Kind kind,
        String memberId,
        Status status,
        Instant createdAt,
        int attempts,
        @Nullable Instant due) {

    enum Kind {
        INVITATION,
        CANCELLATION,
        INSIGHT,
        WELCOME,
        /** To the actor that another takes contact with. */
        CONTACT,
        /** To coordinators: somebody asks to join. */
        JOIN_ASKED,
        /** The next three to whoever asked. */
        JOIN_RECEIVED,
        JOIN_ACCEPTED,
        JOIN_DECLINED
    }

    enum Status {
        /** Nobody has it in hand. */
        WAITING,
        /** Claimed by a sender until its lease ends; if that dies it is claimed again. */
        SENDING,
        /** The mail server has taken it over. */
        SENT,
        /** Never to be sent: overtaken by a later revision, or known from a resync. */
        SUPPRESSED,
        /** The mail server refused it for good; the reason stands beside. */
        FAILED
    }

    static Delivery to(String memberId, String subjectId, int revision, Kind kind, boolean silent, Instant now) {
        String id = subjectId + ":" + revision + ":" + kind.name().toLowerCase(Locale.ROOT) + ":" + memberId;
        return new Delivery(
                id,
                subjectId,
                revision,
                kind,
                memberId,
                silent ? Status.SUPPRESSED : Status.WAITING,
                now,
                0,
                silent ? null : now);
    }
}

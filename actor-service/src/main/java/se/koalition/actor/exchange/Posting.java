package se.koalition.actor.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.http.FaultCode;
import se.koalition.actor.http.InvalidInput;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;
import se.koalition.messaging.Refused;

/**
 * A need or an offer of an actor in one coalition.
 *
 * @param memberId who opened it
 * @param validUntil the last day; after it the posting has expired, which is no fact, for nobody did it
 */
record Posting(
        Kind kind,
        String id,
        String coalitionId,
        String actorId,
        String memberId,
        Wording wording,
        LocalDate validUntil,
        Status status,
        Instant openedAt,
        @Nullable Instant closedAt) {

    enum Status {
        /** It may be edited, renewed and, until it expires, be contacted about. */
        OPEN,
        /** The actor found what it sought, or gave what it could. For good. */
        MET,
        /** It holds no more, for whatever reason. For good. */
        WITHDRAWN
    }

    /** What it says; the municipality has a code where it is one that coalitions count by. */
    record Wording(
            String title,
            String text,
            List<String> themes,
            @Nullable String municipality,
            @Nullable String municipalityCode) {}

    static Decision<Posting> open(
            Kind kind,
            String id,
            String coalitionId,
            String actorId,
            String memberId,
            Wording wording,
            LocalDate validUntil,
            Instant now) {
        return new Decision<>(
                new Posting(kind, id, coalitionId, actorId, memberId, wording, validUntil, Status.OPEN, now, null),
                new PostingFact.Plain(kind.type() + ".opened.v1"));
    }

    /** @throws InvalidInput unless the day comes after today and within a year */
    static void mustBeAhead(LocalDate validUntil, LocalDate today) {
        if (!validUntil.isAfter(today) || validUntil.isAfter(today.plusYears(1))) {
            throw new InvalidInput("validUntil", "must be a day after today and at most a year ahead", FaultCode.DAY);
        }
    }

    @Nullable Decision<Posting> describe(Wording other) {
        mustNotBeClosed();
        List<String> changed = PostingFact.changed(wording, other);
        return changed.isEmpty() ? null : with(other, PostingFact.described(kind, changed));
    }

    /** Also for one that has expired. */
    @Nullable Decision<Posting> renew(LocalDate until) {
        mustNotBeClosed();
        if (until.equals(validUntil)) {
            return null;
        }
        return new Decision<>(
                new Posting(kind, id, coalitionId, actorId, memberId, wording, until, status, openedAt, null),
                new PostingFact.Renewed(kind.type() + ".renewed.v1", until));
    }

    @Nullable Decision<Posting> meet(Instant now) {
        return close(Status.MET, "met", now);
    }

    @Nullable Decision<Posting> withdraw(Instant now) {
        return close(Status.WITHDRAWN, "withdrawn", now);
    }

    /** Goes over to the actor that another was merged into. */
    @Nullable Decision<Posting> move(String from, String to) {
        if (!actorId.equals(from)) {
            return null;
        }
        return new Decision<>(
                new Posting(kind, id, coalitionId, to, memberId, wording, validUntil, status, openedAt, closedAt),
                new PostingFact.Moved(kind.type() + ".moved.v1", from, to));
    }

    /** @throws Refused.Conflict unless contact may be taken about it */
    void mustBeOpen(LocalDate today) {
        mustNotBeClosed();
        if (validUntil.isBefore(today)) {
            throw new Refused.Conflict("The " + kind.type() + " has expired. Ask its actor to renew it.");
        }
    }

    private @Nullable Decision<Posting> close(Status as, String fact, Instant now) {
        if (status == as) {
            return null;
        }
        mustNotBeClosed();
        return new Decision<>(
                new Posting(kind, id, coalitionId, actorId, memberId, wording, validUntil, as, openedAt, now),
                new PostingFact.Plain(kind.type() + "." + fact + ".v1"));
    }

    private Decision<Posting> with(Wording other, Fact fact) {
        return new Decision<>(
                new Posting(kind, id, coalitionId, actorId, memberId, other, validUntil, status, openedAt, null), fact);
    }

    private void mustNotBeClosed() {
        if (status != Status.OPEN) {
            throw new Refused.Conflict("The " + kind.type() + " is closed for good. Open a new one.");
        }
    }
}

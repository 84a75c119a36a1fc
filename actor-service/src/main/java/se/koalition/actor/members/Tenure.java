package se.koalition.actor.members;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a member came to their seat and left it.
 *
 * @param deputy true for who sits there only when the other one cannot
 * @param successorOf the member whose seat they took over
 * @param formerActorId whom they represented until they left
 * @param formerCoalitions whose coordinators answer for them after they left: the one that cared for their actor, and
 *     where they had a role
 * @param applicantIn where they asked to join first, as long as they have neither seat nor role nor right
 * @param request digest of the request that seated them again, so that its repetition is no conflict
 */
record Tenure(
        @Nullable Boolean deputy,
        @Nullable String successorOf,
        @Nullable Instant leftAt,
        @Nullable String formerActorId,
        List<String> formerCoalitions,
        @Nullable Instant erasedAt,
        @Nullable String applicantIn,
        @Nullable String request) {

    static final Tenure NONE = new Tenure(null, null, null, null, List.of(), null, null, null);

    /** Those of before have no such list in the store. */
    Tenure {
        formerCoalitions = Objects.requireNonNullElse(formerCoalitions, List.of());
    }

    static Tenure in(Members.Seat seat, @Nullable String request) {
        return new Tenure(seat.deputy() ? true : null, seat.successorOf(), null, null, List.of(), null, null, request);
    }

    static Tenure applicant(String coalitionId) {
        return new Tenure(null, null, null, null, List.of(), null, coalitionId, null);
    }

    Tenure asDeputy(boolean deputises) {
        return new Tenure(
                deputises ? true : null,
                successorOf,
                leftAt,
                formerActorId,
                formerCoalitions,
                erasedAt,
                applicantIn,
                request);
    }

    Tenure left(@Nullable String actorId, List<String> coalitions, Instant now) {
        return new Tenure(deputy, successorOf, now, actorId, coalitions, erasedAt, null, request);
    }

    /** Whoever left, or only asked to join, and coordinates a coalition now is in, without a seat. */
    Tenure back() {
        return leftAt == null && applicantIn == null ? this : NONE;
    }

    /** The digest goes too: it is made of name and address. */
    Tenure erased(Instant now) {
        return new Tenure(deputy, successorOf, leftAt, formerActorId, formerCoalitions, now, null, null);
    }
}

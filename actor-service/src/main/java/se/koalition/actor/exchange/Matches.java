package se.koalition.actor.exchange;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.FaultCode;
import se.koalition.actor.http.InvalidInput;
import se.koalition.actor.members.Rights;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Refused;

/** Taking contact about a need and an offer. */
@Component
class Matches {

    private final Aggregates<Match> matches;
    private final Postings postings;
    private final Coalitions coalitions;
    private final Rights rights;
    private final Clock clock;

    Matches(Aggregates<Match> matches, Postings postings, Coalitions coalitions, Rights rights, Clock clock) {
        this.matches = matches;
        this.postings = postings;
        this.coalitions = coalitions;
        this.rights = rights;
        this.clock = clock;
    }

    /** Where contact is taken already, nothing is new: the match is the answer, whatever has become of it. */
    EventId contact(String needId, String offerId, @Nullable String message, Caller caller) {
        Posting need = postings.get(Kind.NEED, needId).state();
        Posting offer = postings.get(Kind.OFFER, offerId).state();
        String contacting = rights.representedOf(caller, List.of(need.actorId(), offer.actorId()));
        var there = matches.find(Match.idFor(needId, offerId));
        if (there.isPresent()) {
            return there.get().position();
        }
        mustFit(need, offer);
        var contacted = Match.contact(need, offer, caller.id(), contacting, message, clock.instant());
        return matches.put(contacted.state().id(), caller.id(), present -> present == null ? contacted : null)
                .position();
    }

    private void mustFit(Posting need, Posting offer) {
        if (!need.coalitionId().equals(offer.coalitionId())) {
            throw new InvalidInput("offerId", "belongs to another coalition than the need", FaultCode.OTHER_COALITION);
        }
        if (need.actorId().equals(offer.actorId())) {
            throw new Refused.Conflict("Both are of the same actor. Take contact with another one.");
        }
        coalitions.mustBeOpen(need.coalitionId());
        need.mustBeOpen(postings.today());
        offer.mustBeOpen(postings.today());
    }
}

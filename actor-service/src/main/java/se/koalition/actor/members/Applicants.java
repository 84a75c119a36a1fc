package se.koalition.actor.members;

import com.mongodb.MongoWriteException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Stored;

/** People who ask to join; all of it may be repeated. */
@Component
public class Applicants {

    private final Members members;
    private final Aggregates<Member> aggregates;
    private final Rights rights;
    private final Clock clock;

    Applicants(Members members, Aggregates<Member> aggregates, Rights rights, Clock clock) {
        this.members = members;
        this.aggregates = aggregates;
        this.rights = rights;
        this.clock = clock;
    }

    /** The id of whoever has the address already, and stays as they were, else of a new member without any right. */
    public String apply(Members.Person person, String coalitionId, String requestId) {
        Optional<Stored<Member>> known = members.byEmail(person.email());
        if (known.isPresent()) {
            return known.get().id();
        }
        try {
            var applying = Member.applying(person, coalitionId, requestId, clock.instant());
            return members.create(person, null, "applicant of " + requestId, applying)
                    .id();
        } catch (MongoWriteException e) {
            if (!Aggregates.isDuplicate(e)) {
                throw e;
            }
            return members.byEmail(person.email()).orElseThrow().id();
        }
    }

    /**
     * Seats them for the actor, unless they represent one already, or others give the actor's seats: the coalition's yes
     * is its own only, so then they belong to it without a seat.
     *
     * @param by the coordinator who said yes
     */
    public void takeIn(String memberId, String actorId, String coalitionId, String requestId, String by) {
        if (rights.caresFor(by, actorId)) {
            aggregates.change(memberId, null, by, member -> member.seat(actorId, requestId, clock.instant()));
        }
        aggregates.change(
                memberId,
                null,
                by,
                member -> rights.seated(member, coalitionId)
                        ? null
                        : member.admit(coalitionId, requestId, clock.instant()));
    }

    /** Forgets whoever has become nothing more than an applicant; the others stay. */
    public void forget(String memberId) {
        aggregates.change(
                memberId,
                null,
                null,
                member -> member.applies() ? member.erase(Optional.empty(), clock.instant()) : null);
    }
}

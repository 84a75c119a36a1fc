package se.koalition.actor.members;

import com.mongodb.MongoWriteException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Stored;

/** People who ask to join; all of it may be repeated. */
@Component
public class Applicants {

    private final Members members;
    private final Aggregates<Member> aggregates;
    private final Clock clock;

    Applicants(Members members, Aggregates<Member> aggregates, Clock clock) {
        this.members = members;
        this.aggregates = aggregates;
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

    /** Seats them for the actor, unless they represent one already. */
    public void seat(String memberId, String actorId, String requestId, @Nullable String by) {
        aggregates.change(memberId, null, by, member -> member.seat(actorId, requestId, clock.instant()));
    }

    /** Forgets whoever has become nothing more than an applicant; the others stay. */
    public void forget(String memberId) {
        aggregates.change(memberId, null, null, member -> member.applies() ? member.erase(clock.instant()) : null);
    }
}

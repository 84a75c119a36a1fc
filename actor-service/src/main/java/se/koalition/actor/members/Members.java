package se.koalition.actor.members;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.actor.http.FaultCode;
import se.koalition.actor.http.InvalidInput;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Decision;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Refused;
import se.koalition.messaging.StorePreparation;
import se.koalition.messaging.Stored;

/** Adding members; an address belongs to one member only. */
@Component
public class Members implements StorePreparation {

    private static final String EMAIL = "state.email";

    private final Aggregates<Member> members;
    private final Participations participations;
    private final MongoOperations mongo;
    private final Clock clock;
    private volatile boolean prepared;

    Members(Aggregates<Member> members, Participations participations, MongoOperations mongo, Clock clock) {
        this.members = members;
        this.participations = participations;
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        mongo.getCollection(members.type().collection())
                .createIndex(Indexes.ascending(EMAIL), new IndexOptions().unique(true));
        prepared = true;
    }

    /** Someone who is to become a member; the address is normalised. */
    public record Person(String id, String name, String email, String language) {}

    /** A new member becomes coordinator; whoever has the address already gets the role as well. */
    public void addCoordinator(Person person, String coalitionId, @Nullable String by) {
        Optional<Stored<Member>> known = byEmail(person.email());
        if (known.isEmpty()) {
            try {
                var added = Member.asCoordinator(person, coalitionId, clock.instant());
                create(person, by, "coordinator of " + coalitionId, added);
                return;
            } catch (MongoWriteException e) {
                if (!Aggregates.isDuplicate(e)) {
                    throw e;
                }
                known = byEmail(person.email());
            }
        }
        String memberId = known.orElseThrow().id();
        members.change(memberId, null, by, member -> member.coordinate(coalitionId, clock.instant()));
    }

    /**
     * A place at an actor's table; it belongs to the actor.
     *
     * @param successorOf the member whose place it was
     */
    public record Seat(
            String actorId, boolean deputy, @Nullable String successorOf) {}

    /**
     * Seats a new member, or one who has left or applies and is named by their address.
     *
     * @throws Refused.Conflict if the address belongs to someone who belongs somewhere
     */
    public EventId addForActor(Person person, Seat seat, String by, String request) {
        mustHaveHad(seat);
        try {
            var added = Member.forActor(person, seat, clock.instant());
            return create(person, by, request, added).position();
        } catch (MongoWriteException e) {
            if (Aggregates.isDuplicate(e)) {
                return seatAgain(person, seat, by, request);
            }
            throw e;
        }
    }

    private void mustHaveHad(Seat seat) {
        String predecessor = seat.successorOf();
        if (predecessor != null && !had(predecessor, seat.actorId())) {
            throw new InvalidInput("successorOf", "has had no seat of this actor", FaultCode.NO_SEAT);
        }
    }

    private boolean had(String memberId, String actorId) {
        return members.find(memberId)
                .map(Stored::state)
                .flatMap(m -> Optional.ofNullable(m.actorId())
                        .or(() -> Optional.ofNullable(m.tenure().formerActorId())))
                .filter(had -> actorId.equals(participations.survivorId(had)))
                .isPresent();
    }

    private EventId seatAgain(Person person, Seat seat, String by, String request) {
        String id = byEmail(person.email())
                .map(Stored::id)
                .orElseThrow(() -> new Refused.Conflict("The address " + person.email() + " was taken. Try again."));
        return members.change(id, null, by, m -> m.seatAgain(person, seat, request, clock.instant()))
                .position();
    }

    /** Whoever represents one actor represents the other from now on; nothing happens where that is so already. */
    public void moveAll(String fromActorId, String toActorId, @Nullable String by) {
        members.findAll(eq("state.actorId", fromActorId))
                .forEach(found -> members.change(found.id(), null, by, m -> m.move(fromActorId, toActorId)));
    }

    /** Not before the unique index is there, or one address could belong to two. */
    Stored<Member> create(Person person, @Nullable String by, String request, Decision<Member> added) {
        if (!prepared) {
            prepare();
        }
        return members.create(person.id(), by, request, added);
    }

    Optional<Stored<Member>> byEmail(String email) {
        return members.findAll(eq(EMAIL, email)).stream().findFirst();
    }
}

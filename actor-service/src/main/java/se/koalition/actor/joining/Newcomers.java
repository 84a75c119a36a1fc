package se.koalition.actor.joining;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.Updates;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.members.Applicants;
import se.koalition.actor.members.Members;
import se.koalition.actor.reactions.Reaction;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Event;
import se.koalition.messaging.EventId;

/**
 * Makes who asks known as a member without rights, and, once the coalition has said yes, brings the actor in and seats
 * them. Each step is remembered in the request, so that an event that comes late finds the work done.
 */
@Component
class Newcomers implements Reaction {

    private final Aggregates<JoinRequest> requests;
    private final Applicants applicants;
    private final Actors actors;
    private final MongoOperations mongo;

    Newcomers(Aggregates<JoinRequest> requests, Applicants applicants, Actors actors, MongoOperations mongo) {
        this.requests = requests;
        this.applicants = applicants;
        this.actors = actors;
        this.mongo = mongo;
    }

    @Override
    public void on(Event event) {
        boolean accepted = event.type().equals(JoinRequest.Accepted.TYPE);
        if (!accepted && !event.type().equals(JoinRequest.Received.TYPE)) {
            return;
        }
        requests.find(event.id().aggregateId()).ifPresent(found -> {
            String memberId = introduce(found.state());
            if (accepted) {
                seat(found.state(), memberId, String.valueOf(event.member()));
            }
        });
    }

    /** Who asks, by their member's id; null if they were forgotten before they were known. */
    private @Nullable String introduce(JoinRequest request) {
        JoinRequest.Applicant applicant = request.applicant();
        if (applicant == null) {
            return request.memberId();
        }
        EventId received = new EventId(JoinRequestAggregates.TYPE.name(), request.id(), 1);
        String ownId =
                UUID.nameUUIDFromBytes(received.toString().getBytes(UTF_8)).toString();
        var person = new Members.Person(ownId, applicant.name(), applicant.email(), applicant.language());
        String memberId = applicants.apply(person, request.coalitionId(), request.id());
        requests.change(request.id(), null, null, r -> r.knowApplicant(memberId));
        return memberId;
    }

    private void seat(JoinRequest request, @Nullable String memberId, String by) {
        JoinRequest.Answer answer = request.answer();
        if (answer == null || !answer.seatWaits()) {
            return;
        }
        var broughtIn =
                actors.bringIn(request.organisation(), request.coalitionId(), by, "join request " + request.id(), null);
        if (memberId != null) {
            applicants.takeIn(memberId, broughtIn.position().aggregateId(), request.coalitionId(), request.id(), by);
        }
        mongo.getCollection(JoinRequestAggregates.TYPE.collection())
                .updateOne(eq("_id", request.id()), Updates.set("state.answer.seatWaits", false));
    }
}

package se.koalition.actor.coalitions;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.actor.members.Members;
import se.koalition.actor.reactions.Reaction;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Event;

/**
 * Makes the first coordinator of a started coalition a member. A second aggregate changes, so it is a reaction to the
 * event and not part of the command; a duplicate finds the work done.
 */
@Component
class FirstCoordinators implements Reaction {

    private final Aggregates<Coalition> coalitions;
    private final Members members;
    private final MongoOperations mongo;

    FirstCoordinators(Aggregates<Coalition> coalitions, Members members, MongoOperations mongo) {
        this.coalitions = coalitions;
        this.members = members;
        this.mongo = mongo;
    }

    @Override
    public void on(Event event) {
        if (!event.type().equals(Coalition.Started.TYPE)) {
            return;
        }
        String id = event.id().aggregateId();
        Coalition.FirstCoordinator named = coalitions
                .find(id)
                .map(found -> found.state().firstCoordinator())
                .orElse(null);
        if (named == null) {
            return;
        }
        String memberId = UUID.nameUUIDFromBytes(event.id().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        var person = new Members.Person(memberId, named.name(), named.email(), named.language());
        members.addCoordinator(person, id, event.member());
        mongo.getCollection(CoalitionAggregates.TYPE.collection())
                .updateOne(eq("_id", id), Updates.unset("state.firstCoordinator"));
    }
}

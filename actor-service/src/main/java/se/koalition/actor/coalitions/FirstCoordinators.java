package se.koalition.actor.coalitions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

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
        if (event.id().aggregateType().equals(CoalitionAggregates.TYPE.name())) {
            if (event.type().equals(Coalition.Started.TYPE)) {
                introduce(event);
            }
            forget(event.id().aggregateId());
        }
    }

    private void introduce(Event event) {
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
    }

    /** With each event of the coalition: a change that had read it before writes name and address back, once. */
    private void forget(String id) {
        String named = "state.firstCoordinator";
        mongo.getCollection(CoalitionAggregates.TYPE.collection())
                .updateOne(and(eq("_id", id), exists(named)), Updates.unset(named));
    }
}

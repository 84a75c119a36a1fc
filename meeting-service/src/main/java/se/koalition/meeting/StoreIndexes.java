package se.koalition.meeting;

import com.mongodb.client.model.Indexes;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.meeting.directory.Directory;
import se.koalition.messaging.StorePreparation;

/** The indexes that queries other than by id need. */
@Component
class StoreIndexes implements StorePreparation {

    private final MongoOperations mongo;

    StoreIndexes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        ascending("meeting", "state.coalitionId", "state.status", "state.plan.slot.end");
        ascending(Directory.ACTORS, "actor.coalitionIds");
        ascending(Directory.MEMBERS, "member.actorId");
        ascending(Directory.MEMBERS, "member.roles.coalitionId");
    }

    private void ascending(String collection, String... fields) {
        mongo.getCollection(collection).createIndex(Indexes.ascending(fields));
    }
}

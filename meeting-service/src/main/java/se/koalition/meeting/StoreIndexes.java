package se.koalition.meeting;

import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.meeting.directory.Directory;

/** The indexes that queries other than by id need; asked for beside the start until the store is there. */
@Component
class StoreIndexes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StoreIndexes.class);

    private final MongoOperations mongo;
    private volatile boolean stopped;

    StoreIndexes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Thread.ofVirtual().name("store-indexes").start(() -> {
            while (!stopped && !create()) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        });
    }

    @Override
    public void destroy() {
        stopped = true;
    }

    private boolean create() {
        try {
            ascending("meeting", "state.coalitionId", "state.status", "state.plan.slot.end");
            ascending(Directory.ACTORS, "actor.coalitionIds");
            ascending(Directory.MEMBERS, "member.actorId");
            ascending(Directory.MEMBERS, "member.roles.coalitionId");
            return true;
        } catch (RuntimeException e) {
            log.info("Indexes could not be made yet: {}", e.getMessage());
            return false;
        }
    }

    private void ascending(String collection, String... fields) {
        mongo.getCollection(collection).createIndex(Indexes.ascending(fields));
    }
}

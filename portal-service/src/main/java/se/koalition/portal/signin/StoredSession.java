package se.koalition.portal.signin;

import org.mongodb.spring.session.JdkMongoSessionConverter;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.stereotype.Component;
import se.koalition.messaging.StorePreparation;
import se.koalition.portal.settings.Settings;

/** A session as the store has it, whose index is not made while the portal starts, for the store may be away. */
@Component
class StoredSession extends JdkMongoSessionConverter implements StorePreparation {

    private final MongoOperations mongo;

    StoredSession(Settings settings, MongoOperations mongo) {
        super(settings.sessionLength());
        this.mongo = mongo;
    }

    @Override
    protected void ensureIndexes(IndexOperations sessions) {
        // by prepare()
    }

    @Override
    public void prepare() {
        super.ensureIndexes(mongo.indexOps(Sessions.COLLECTION));
    }
}

package se.koalition.portal.commands;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.messaging.StorePreparation;

/** Remembers for ninety days which commands were refused to whom and why: what an operator asks when one complains. */
@Component
class Refusals implements StorePreparation {

    private final MongoCollection<Document> refusals;
    private final Clock clock;

    Refusals(MongoOperations mongo, Clock clock) {
        this.refusals = mongo.getCollection("refusals");
        this.clock = clock;
    }

    @Override
    public void prepare() {
        refusals.createIndex(Indexes.ascending("time"), new IndexOptions().expireAfter(90L, TimeUnit.DAYS));
    }

    /** @param type the problem's type, as the owner told it */
    void remember(@Nullable String member, String method, String path, int status, @Nullable String type) {
        refusals.insertOne(new Document("time", Date.from(clock.instant()))
                .append("member", member)
                .append("method", method)
                .append("path", path)
                .append("status", status)
                .append("type", type));
    }
}

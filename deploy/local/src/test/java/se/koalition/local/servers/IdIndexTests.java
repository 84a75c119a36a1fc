package se.koalition.local.servers;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter with an id and more means the same as ever, and is found without a scan. */
class IdIndexTests {

    private final Store store = Store.start(null, 0);
    private final MongoClient client = MongoClients.create(store.uri("shop"));
    private final MongoCollection<Document> things = client.getDatabase("shop").getCollection("things");

    @BeforeEach
    void fill() {
        for (String id : List.of("a", "b", "c")) {
            things.insertOne(new Document("_id", id).append("version", 1));
        }
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private long found(Bson filter) {
        return things.find(filter).into(new java.util.ArrayList<>()).size();
    }

    @Test
    void theRestOfTheFilterCounts() {
        assertThat(found(and(eq("_id", "a"), eq("version", 1)))).isOne();
        assertThat(found(and(eq("_id", "a"), eq("version", 2)))).isZero();
        assertThat(found(and(eq("_id", "a"), eq("_id", "b")))).isZero();
        assertThat(found(and(in("_id", "a", "b", "x"), eq("version", 1)))).isEqualTo(2);
        assertThat(found(or(eq("_id", "a"), eq("version", 1)))).isEqualTo(3);
        assertThat(found(and(gte("_id", "b"), eq("version", 1)))).isEqualTo(2);
        assertThat(found(new Document("_id", "a").append("version", 2))).isZero();
    }

    @Test
    void aConditionalWriteHitsWhatItMeans() {
        Bson unchanged = and(eq("_id", "a"), eq("version", 1), exists("outbox.63", false));

        assertThat(things.updateOne(unchanged, set("version", 2)).getMatchedCount())
                .isOne();
        assertThat(things.updateOne(unchanged, set("version", 2)).getMatchedCount())
                .isZero();
    }

    @Test
    void aConditionalUpsertMakesADocumentOnce() {
        Bson older = and(eq("_id", "new"), not(gte("member.sequence", 2)));
        UpdateOptions upsert = new UpdateOptions().upsert(true);

        assertThat(things.updateOne(older, set("member.sequence", 2), upsert).getUpsertedId())
                .isNotNull();
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> things.updateOne(older, set("member.sequence", 2), upsert))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(11000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{_id: 'a'}",
                "{_id: 'a', version: 1}",
                "{$and: [{_id: 'a'}, {version: 1}]}",
                "{$and: [{version: 1}, {_id: {$in: ['a', 'b']}}]}"
            })
    void isTaken(String filter) {
        assertThat(new IdIndex(new OnPaper()).canHandle(parsed(filter))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{version: 1}", "{$or: [{_id: 'a'}, {version: 1}]}", "{_id: {$gte: 'a'}, version: 1}"})
    void isLeftToAScan(String filter) {
        assertThat(new IdIndex(new OnPaper()).canHandle(parsed(filter))).isFalse();
    }

    private static de.bwaldvogel.mongo.bson.Document parsed(String json) {
        return (de.bwaldvogel.mongo.bson.Document) asTheStoreHasIt(Document.parse(json));
    }

    private static Object asTheStoreHasIt(Object value) {
        if (value instanceof Document document) {
            var copy = new de.bwaldvogel.mongo.bson.Document();
            document.forEach((key, inner) -> copy.put(key, asTheStoreHasIt(inner)));
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(IdIndexTests::asTheStoreHasIt).toList()
                : value;
    }

    /** An index by id, in memory. */
    private static final class OnPaper extends AbstractUniqueIndex<Object> {
        private final Map<KeyValue, Object> positions = new HashMap<>();

        OnPaper() {
            super("_id_", List.of(new IndexKey("_id", true)), false);
        }

        @Override
        protected @Nullable Object removeDocument(KeyValue key) {
            return positions.remove(key);
        }

        @Override
        protected boolean putKeyPosition(KeyValue key, Object position) {
            return positions.putIfAbsent(key, position) == null;
        }

        @Override
        protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
            return positions.entrySet();
        }

        @Override
        protected @Nullable Object getPosition(KeyValue key) {
            return positions.get(key);
        }

        @Override
        public long getCount() {
            return positions.size();
        }

        @Override
        public long getDataSize() {
            return positions.size();
        }
    }
}

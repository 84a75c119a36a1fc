package se.koalition.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTests {

    @TempDir
    private Path directory;

    @Test
    void keepsItsDataOverARestartOnTheSamePort() {
        int port;
        try (Store store = Store.start(directory, 0);
                MongoClient client = MongoClients.create(store.uri("shop"))) {
            port = store.port();
            things(client).insertOne(new Document("_id", "a").append("version", 1));
        }
        try (Store store = Store.start(directory, port);
                MongoClient client = MongoClients.create(store.uri("shop"))) {
            assertThat(things(client).find(Filters.eq("_id", "a")).first()).containsEntry("version", 1);
        }
    }

    @Test
    void aClientFromBeforeTheRestartGoesOn() {
        try (Store first = Store.start(directory, 0);
                MongoClient client = MongoClients.create(first.uri("shop"))) {
            things(client).insertOne(new Document("_id", "a"));
            first.close();
            try (Store second = Store.start(directory, first.port())) {
                assertThat(second.port()).isEqualTo(first.port());
                assertThat(things(client).countDocuments()).isOne();
            }
        }
    }

    @Test
    void answersHello() {
        try (Store store = Store.start(null, 0);
                MongoClient client = MongoClients.create(store.uri("shop"))) {
            Document hello = client.getDatabase("shop").runCommand(new Document("hello", 1));
            assertThat(hello).containsEntry("ok", 1.0).containsKey("maxWireVersion");
        }
    }

    @Test
    void givenServersKeepTheirOptions() {
        assertThat(TestServers.withDatabase("mongodb://db:27017/?replicaSet=rs0", "actor"))
                .isEqualTo("mongodb://db:27017/actor?replicaSet=rs0");
        assertThat(TestServers.withDatabase("mongodb://db:27017", "actor")).isEqualTo("mongodb://db:27017/actor");
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("shop").getCollection("things");
    }
}

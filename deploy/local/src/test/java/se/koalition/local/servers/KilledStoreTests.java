package se.koalition.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreTests {

    private static final int WRITERS = 8;
    private static final int BEFORE_THE_KILL = 3_000;

    @TempDir
    private Path directory;

    @Test
    void aKilledStoreHasLostNoWriteThatItAcknowledged() throws Exception {
        Process process = child();
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        try (MongoClient client = MongoClients.create(uri(process));
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            things(client).createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = writer + "-";
                writers.execute(() -> writeUntilItIsGone(client, prefix, acknowledged));
            }
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= BEFORE_THE_KILL);
            process.destroyForcibly().waitFor();
        }
        try (Store store = Store.start(directory, 0);
                MongoClient client = MongoClients.create(store.uri("shop"))) {
            acknowledged.forEach((id, version) -> {
                // By the unique index, then by id: neither may be without the other.
                Document found = things(client).find(Filters.eq("name", id)).first();
                assertThat(found).as(id).isNotNull();
                assertThat(things(client).find(Filters.eq("_id", id)).first().getInteger("version"))
                        .as(id)
                        .isGreaterThanOrEqualTo(version);
            });
        }
    }

    private static void writeUntilItIsGone(MongoClient client, String prefix, Map<String, Integer> acknowledged) {
        try {
            for (int n = 0; ; n++) {
                String id = prefix + n;
                things(client)
                        .insertOne(new Document("_id", id).append("name", id).append("version", 1));
                acknowledged.put(id, 1);
                things(client).updateOne(Filters.eq("_id", id), Updates.inc("version", 1));
                acknowledged.put(id, 2);
            }
        } catch (MongoException e) {
            // Killed, as this test wants it.
            return;
        }
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StoreProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String uri(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.matches("\\d+")) {
            line = out.readLine();
        }
        // Found dead at once: a test that waits half a minute for a server to come back says nothing more.
        return "mongodb://127.0.0.1:" + line + "/shop?serverSelectionTimeoutMS=1000&retryWrites=false";
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("shop").getCollection("things");
    }
}

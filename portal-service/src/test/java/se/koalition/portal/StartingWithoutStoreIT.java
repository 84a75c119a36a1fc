package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import se.koalition.local.servers.Store;
import se.koalition.local.servers.TestServers;

/** The store may come after the service. */
class StartingWithoutStoreIT {

    @TempDir
    private Path directory;

    @Test
    void it_lives_without_store_and_is_ready_when_the_store_is_there() throws Exception {
        Store store = Store.start(directory, 0);
        int port = store.port();
        String uri = store.uri("portal");
        store.close();
        try (var service = SpringApplication.run(
                PortalServiceApplication.class,
                "--server.port=0",
                "--spring.mongodb.uri=" + uri + "?serverSelectionTimeoutMS=300",
                "--spring.kafka.bootstrap-servers=" + TestServers.kafka(),
                // It leaves without a word, and would hold the others' partitions until it is missed.
                "--koalition.messaging.group=without-store",
                "--koalition.portal-url=http://localhost:1")) {
            String health = "http://localhost:" + service.getEnvironment().getProperty("local.server.port")
                    + "/actuator/health/";
            assertThat(status(health + "liveness")).isEqualTo(200);
            assertThat(status(health + "readiness")).isEqualTo(503);

            store = Store.start(directory, port);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(status(health + "readiness")).isEqualTo(200));
        } finally {
            store.close();
        }
    }

    private static int status(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}

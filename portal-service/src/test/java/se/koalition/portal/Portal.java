package se.koalition.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.koalition.local.servers.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running portal on the real broker and store; the services behind it are played by {@link Neighbours}. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "koalition.services.actor=${neighbours}",
            "koalition.services.meeting=${neighbours}",
            "koalition.services.insight=${neighbours}",
            "koalition.services.notification=${neighbours}"
        })
public abstract class Portal {

    public static final Neighbours NEIGHBOURS = new Neighbours();
    protected static final JsonMapper JSON = JsonMapper.shared();

    static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.kafka(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private static final String DATABASE = "portal-" + UUID.randomUUID();

    @Value("${local.server.port}")
    protected int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", () -> TestServers.mongoUri(DATABASE));
        registry.add("spring.kafka.bootstrap-servers", TestServers::kafka);
        registry.add("koalition.local-token-secret", () -> "local");
        registry.add("neighbours", NEIGHBOURS::address);
    }

    @BeforeEach
    void forget() {
        NEIGHBOURS.forget();
    }

    protected static void publish(Collection<Told> events) {
        events.forEach(event -> PRODUCER.send(event.message()));
        PRODUCER.flush();
    }

    protected HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    protected HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    protected static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = to(path);
        return send(browser(), headers.length == 0 ? request : request.headers(headers));
    }

    protected JsonNode json(String path, String... headers) {
        return JSON.readTree(get(path, headers).body());
    }

    /** A bearer token, as {@code koalition token} gives. */
    protected String token(String email) {
        HttpResponse<String> response = send(
                browser(),
                to("/local/tokens")
                        .header("X-Local-Secret", "local")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("email", email)))));
        return "Bearer " + JSON.readTree(response.body()).path("token").asString("");
    }
}

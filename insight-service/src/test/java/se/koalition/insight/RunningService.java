package se.koalition.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.messaging.Message;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.koalition.local.servers.TestServers;

/** The whole service with a real broker and store, and words to talk to it. Each test has a coalition of its own. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class RunningService {

    static final FakePortal PORTAL = new FakePortal();

    final String coalition = newId();
    final String coordinator = newId();
    final String actor = newId();
    final String anna = newId();

    @Autowired
    MockMvcTester http;

    @Autowired
    Consumer<Message<byte[]>> actorEvents;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        settings.add("spring.mongodb.uri", () -> TestServers.mongoUri("insight"));
        settings.add("spring.kafka.bootstrap-servers", TestServers::kafka);
        settings.add("koalition.portal-url", () -> FakePortal.NAME);
        settings.add("koalition.jwks-url", PORTAL::keys);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The directory hears of it at once. */
    void told(ToldEvent... events) {
        for (ToldEvent event : events) {
            actorEvents.accept(event.message());
        }
    }

    /** A coordinator, and Anna who represents an actor. */
    void coalitionOfTwo() {
        told(
                ToldEvent.coalition(coalition, 1),
                ToldEvent.coordinator(coordinator, 1, coalition),
                ToldEvent.actor(actor, 2, coalition),
                ToldEvent.representative(anna, 1, actor));
    }

    record Request(HttpMethod method, String path, @Nullable String body, Map<String, String> headers) {

        Request(HttpMethod method, String path, @Nullable String body) {
            this(method, path, body, Map.of());
        }

        Request with(String header, String value) {
            return new Request(method, path, body, Map.of(header, value));
        }
    }

    static Request post(String path, @Nullable String body) {
        return new Request(HttpMethod.POST, path, body);
    }

    static Request get(String path) {
        return new Request(HttpMethod.GET, path, null);
    }

    MvcTestResult as(String member, Request request) {
        return as(member, 1, request);
    }

    MvcTestResult as(String member, long memberSequence, Request request) {
        var built = http.method(request.method())
                .uri(request.path())
                .contentType(MediaType.APPLICATION_JSON)
                .with(SecurityMockMvcRequestPostProcessors.jwt()
                        .jwt(token -> token.subject(member).claim("member_sequence", memberSequence)));
        request.headers().forEach(built::header);
        String body = request.body();
        return (body == null ? built : built.content(body)).exchange();
    }

    /** What Anna learnt. */
    String insight(String visibility) {
        return insight(visibility, "\"title\":\"Skolfrånvaro\",\"text\":\"Vi ringer *samma dag*.\"");
    }

    String insight(String visibility, String fields) {
        return "{\"coalitionId\":\"%s\",\"visibility\":\"%s\",%s}".formatted(coalition, visibility, fields);
    }

    MvcTestResult share(String member, String body) {
        return as(member, post("/api/insights", body));
    }

    /** Shared by Anna; its id. */
    String shared(String visibility) {
        String id = newId();
        MvcTestResult result =
                as(anna, post("/api/insights", insight(visibility)).with("Idempotency-Key", id));
        assertThat(result).hasStatus(201);
        return id;
    }

    MvcTestResult read(String member, String id) {
        return as(member, get("/api/insights/" + id));
    }

    static void refused(MvcTestResult result, int status, String slug) {
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:koalition:problem:" + slug);
    }

    static void refused(MvcTestResult result, String field, String sentence) {
        refused(result, 400, "invalid-input");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .singleElement(InstanceOfAssertFactories.map(String.class, String.class))
                .containsEntry("field", field)
                .containsEntry("message", sentence)
                .containsKey("code");
        assertThat(result).bodyJson().extractingPath("$.detail").isEqualTo(field + ": " + sentence);
    }
}

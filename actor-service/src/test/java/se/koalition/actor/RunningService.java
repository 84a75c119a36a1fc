package se.koalition.actor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
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
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final String operator = newId();
    final String coalition = newId();

    /** The first coordinator's id follows from the event that made them a member. */
    final String coordinator = UUID.nameUUIDFromBytes(("coalition:" + coalition + ":1").getBytes(UTF_8))
            .toString();

    @Autowired
    MockMvcTester http;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Consumer<Message<byte[]>> actorEvents;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        settings.add("spring.mongodb.uri", () -> TestServers.mongoUri("actor"));
        settings.add("spring.kafka.bootstrap-servers", TestServers::kafka);
        settings.add("koalition.portal-url", () -> FakePortal.NAME);
        settings.add("koalition.jwks-url", PORTAL::keys);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    record Request(
            HttpMethod method,
            String path,
            MediaType type,
            @Nullable String body,
            Map<String, String> headers) {

        Request with(String header, String value) {
            return new Request(method, path, type, body, Map.of(header, value));
        }
    }

    static Request get(String path) {
        return new Request(HttpMethod.GET, path, MediaType.APPLICATION_JSON, null, Map.of());
    }

    static Request post(String path, String body) {
        return new Request(HttpMethod.POST, path, MediaType.APPLICATION_JSON, body, Map.of());
    }

    static Request put(String path, String body) {
        return new Request(HttpMethod.PUT, path, MediaType.APPLICATION_JSON, body, Map.of());
    }

    static Request delete(String path) {
        return new Request(HttpMethod.DELETE, path, MediaType.APPLICATION_JSON, null, Map.of());
    }

    MvcTestResult as(String member, Request request) {
        return as(member, false, request);
    }

    MvcTestResult asOperator(Request request) {
        return as(operator, true, request);
    }

    private MvcTestResult as(String subject, boolean operates, Request request) {
        var built = http.method(request.method())
                .uri(request.path())
                .contentType(request.type())
                .with(SecurityMockMvcRequestPostProcessors.jwt().jwt(token -> {
                    token.subject(subject);
                    if (operates) {
                        token.claim("operator", true);
                    }
                }));
        request.headers().forEach(built::header);
        String body = request.body();
        return (body == null ? built : built.content(body)).exchange();
    }

    static String address(String coalition) {
        return "samordnare-" + coalition + "@koalition.example";
    }

    static String plan(String coalition) {
        return plan("\"name\":\"Fullföljd utbildning\",\"challenge\":\"Lika villkor\"", address(coalition));
    }

    static String plan(String fields, String email) {
        return "{%s,\"coordinator\":{\"name\":\"Samordnaren\",\"email\":\"%s\"}}".formatted(fields, email);
    }

    /** A coalition, started by the operator, whose first coordinator is a member already. */
    void startedCoalition() {
        started(coalition, address(coalition));
    }

    void started(String id, String email) {
        String body = plan("\"name\":\"Fullföljd utbildning\",\"challenge\":\"Lika villkor\"", email);
        assertThat(asOperator(post("/api/coalitions", body).with("Idempotency-Key", id)))
                .hasStatus(201);
        actorEvents.accept(startedEvent(id));
    }

    /** As the broker tells this service of it; the broker's own copy is a duplicate then, or this one is. */
    static Message<byte[]> startedEvent(String id) {
        return event("coalition:" + id + ":1", "coalition.started.v1").build();
    }

    /** The service hears of something that happened to an aggregate just now. */
    void hear(String aggregate, String id, String type, String fact, String state) {
        actorEvents.accept(event(aggregate + ":" + id + ":9", type, fact, state)
                .setHeader("event.ce_time", Instant.now().toString().getBytes(UTF_8))
                .build());
    }

    static MessageBuilder<byte[]> event(String id, String type) {
        return event(id, type, "{}", "{}");
    }

    /** Of a time that has passed, as of an event that comes late. */
    static MessageBuilder<byte[]> event(String id, String type, String fact, String state) {
        return MessageBuilder.withPayload(
                        "{\"fact\":%s,\"state\":%s}".formatted(fact, state).getBytes(UTF_8))
                .setHeader("event.ce_id", id.getBytes(UTF_8))
                .setHeader("event.ce_type", type.getBytes(UTF_8))
                .setHeader("event.ce_time", "2026-11-01T08:00:00Z".getBytes(UTF_8));
    }

    /** The first coordinator of a coalition that was started. */
    static String coordinatorOf(String coalition) {
        return UUID.nameUUIDFromBytes(("coalition:" + coalition + ":1").getBytes(UTF_8))
                .toString();
    }

    /** Someone who represents the actor; their id. */
    String representative(String actorId) {
        String id = newId();
        String person = "{\"name\":\"Företrädare\",\"email\":\"foretradare-%s@skola.example\"}".formatted(id);
        assertThat(as(
                        coordinator,
                        post("/api/actors/" + actorId + "/members", person).with("Idempotency-Key", id)))
                .hasStatus(201);
        return id;
    }

    /** An actor of this name is to take part in the coalition, whether it is known or not. */
    static Request bringIn(String coalitionId, String name) {
        return post(
                "/api/actors",
                "{\"coalitionId\":\"%s\",\"name\":\"%s\",\"sector\":\"culture\"}".formatted(coalitionId, name));
    }

    String actor(String name) {
        return actor(name, "culture");
    }

    String actor(String name, String sector) {
        return "{\"coalitionId\":\"%s\",\"name\":\"%s\",\"sector\":\"%s\"}".formatted(coalition, name, sector);
    }

    /** Registered by the coordinator; its id. */
    String registered(String name) {
        MvcTestResult result = as(coordinator, post("/api/actors", actor(name)));
        assertThat(result).hasStatus(201);
        return Objects.requireNonNull(result.getResponse().getHeader("Location"))
                .replace("/api/actors/", "");
    }

    /** What the store has of an aggregate. */
    Document stored(String type, String id) {
        Document found = mongo.getCollection(type).find(new Document("_id", id)).first();
        assertThat(found).as(type + " " + id).isNotNull();
        return Objects.requireNonNull(found);
    }

    /** All that the broker was told of an aggregate, when nothing waits any more. */
    List<ToldEvent> told(String type, String id) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(type, id).getList("outbox", Document.class))
                        .isEmpty());
        return ToldEvent.all().stream()
                .filter(event -> event.aggregateId().equals(id))
                .toList();
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

package se.koalition.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    final String start = day + "T13:00";
    final String end = day + "T15:00";
    final String later = day + "T16:00";

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
        settings.add("spring.mongodb.uri", () -> TestServers.mongoUri("meeting"));
        settings.add("spring.kafka.bootstrap-servers", TestServers::kafka);
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

    static Request post(String path, String body) {
        return new Request(HttpMethod.POST, path, body);
    }

    static Request get(String path) {
        return new Request(HttpMethod.GET, path, null);
    }

    static Request answer(String meetingId, String memberId, String answer) {
        return new Request(
                HttpMethod.PUT,
                "/api/meetings/" + meetingId + "/answers/" + memberId,
                "{\"answer\":\"" + answer + "\"}");
    }

    MvcTestResult as(String member, Request request) {
        return as(member, 1, request);
    }

    MvcTestResult as(String member, long memberSequence, Request request) {
        var built = http.method(request.method())
                .uri(request.path())
                .with(SecurityMockMvcRequestPostProcessors.jwt()
                        .jwt(token -> token.subject(member).claim("member_sequence", memberSequence)));
        request.headers().forEach(built::header);
        String body = request.body();
        return body == null
                ? built.exchange()
                : built.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    String plan() {
        return plan("\"title\":\"Förstå utmaningen\"");
    }

    String plan(String fields) {
        return "{\"coalitionId\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",%s}".formatted(coalition, start, end, fields);
    }

    /** Scheduled by the coordinator; its id. */
    String scheduled() {
        String id = newId();
        MvcTestResult result = as(coordinator, post("/api/meetings", plan()).with("Idempotency-Key", id));
        assertThat(result).hasStatus(201);
        return id;
    }

    String rescheduling(String to) {
        return "{\"start\":\"%s\",\"end\":\"%s\"}".formatted(start, to);
    }
}

package se.koalition.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.koalition.insight.directory.Directory;
import se.koalition.local.servers.TestServers;

/** What this service knows of others is the newest that it was told, in whatever order and however often. */
class DirectoryTests extends RunningService {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static KafkaProducer<String, byte[]> broker;

    private final String second = newId();

    @Autowired
    Directory directory;

    @BeforeAll
    static void connect() {
        broker = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestServers.kafka()), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    private boolean belongs(String member, String toCoalition) {
        return directory
                .member(member)
                .filter(found -> directory.belongs(found, toCoalition))
                .isPresent();
    }

    @RepeatedTest(5)
    void everythingThreeTimesAndShuffledEndsWithTheNewest() {
        List<ToldEvent> events = new ArrayList<>();
        for (int times = 0; times < 3; times++) {
            events.add(ToldEvent.actor(actor, 1));
            events.add(ToldEvent.actor(actor, 2, coalition));
            events.add(ToldEvent.actor(actor, 3, coalition, second));
            events.add(ToldEvent.coordinator(anna, 1, newId()));
            events.add(ToldEvent.representative(anna, 2, actor));
        }
        Collections.shuffle(events, new Random(anna.hashCode()));

        told(events.toArray(ToldEvent[]::new));

        assertThat(belongs(anna, coalition)).isTrue();
        assertThat(belongs(anna, second)).isTrue();
        assertThat(directory.member(anna)).hasValueSatisfying(member -> {
            assertThat(member.actorId()).isEqualTo(actor);
            assertThat(member.roles()).isEmpty();
        });
    }

    @Test
    void anOlderEventTakesNothingBack() {
        told(ToldEvent.coordinator(anna, 2, coalition), ToldEvent.coordinator(anna, 1, second));

        assertThat(belongs(anna, coalition)).isTrue();
        assertThat(belongs(anna, second)).isFalse();
    }

    @Test
    void factsAndFieldsThatItHasNeverHeardOfStillBringTheState() {
        ToldEvent member = ToldEvent.coordinator(anna, 7, coalition).as("member.praised.v9");

        told(member.saying(member.state().replaceFirst("\\{", "{\"medals\":[1,{\"of\":\"gold\"}],")));

        assertThat(belongs(anna, coalition)).isTrue();
    }

    @Test
    void whatIsToldOnceMoreIsTakenToo() {
        told(ToldEvent.coordinator(anna, 1, second));

        told(
                ToldEvent.coordinator(anna, 2, coalition).again(),
                ToldEvent.coalition(coalition, 5).again());

        assertThat(belongs(anna, coalition)).isTrue();
        assertThat(belongs(anna, second)).isFalse();
        assertThat(directory.hasCoalition(coalition)).isTrue();
    }

    @Test
    void whatIsAbsentFromAStateIsEmpty() {
        told(
                ToldEvent.coalition(coalition, 1),
                ToldEvent.actor(actor, 1).saying("{}"),
                ToldEvent.representative(anna, 1, actor).saying("{\"actorId\":\"" + actor + "\"}"));

        refused(share(anna, insight("public")), 403, "forbidden");
    }

    @Test
    void importsAreNobodysBusinessHere() {
        told(new ToldEvent("actors-import", newId(), 1, "actors-import.accepted.v1", "{\"rows\":25}"));

        MvcTestResult result = as(anna, 0, get("/api/insights/" + newId()).with("X-Sequence", "actors-import:x:9"));
        refused(result, 404, "not-found");
    }

    /** The same key, and so the same partition: what comes behind is read as well. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"state\":", "[]", "{\"fact\":{}}", ""})
    void whatCannotBeReadIsPutAsideAndStopsNobody(String bytes) {
        String key = ToldEvent.coordinator(anna, 2, coalition).id();
        ProducerRecord<String, byte[]> unreadable = new ProducerRecord<>("actor-events", key, bytes.getBytes(UTF_8));
        ToldEvent.coordinator(anna, 1, second)
                .record()
                .headers()
                .forEach(header -> unreadable.headers().add(header));

        broker.send(unreadable);
        broker.send(ToldEvent.coordinator(anna, 2, coalition).record());
        broker.send(ToldEvent.coordinator(coordinator, 1, coalition).record());
        broker.flush();

        await().atMost(PATIENCE).until(() -> belongs(anna, coalition) && belongs(coordinator, coalition));
        assertThat(http.get()
                        .uri("/actuator/deadletters")
                        .header(
                                "Authorization",
                                "Bearer " + PORTAL.signed(FakePortal.claims("o").claim("operator", true)))
                        .exchange())
                .bodyJson()
                .extractingPath("$[?(@.key=='" + anna + "')].topic")
                .asArray()
                .containsExactly("actor-events");
    }

    @Test
    void whatHasNoEnvelopeIsPutAsideToo() {
        broker.send(new ProducerRecord<>("actor-events", anna, "{\"fact\":{},\"state\":{}}".getBytes(UTF_8)));
        broker.send(ToldEvent.coordinator(anna, 1, coalition).record());
        broker.flush();

        await().atMost(PATIENCE).until(() -> belongs(anna, coalition));
    }
}

package se.koalition.messaging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import se.koalition.local.servers.TestServers;

/** A service with one aggregate that also consumes its own events into a replica. */
@SpringBootApplication
class TestApplication {

    static final AggregateType<Note> NOTE =
            new AggregateType<>("note", "note-service", Topics.ACTOR_EVENTS, Note.class, note -> note);

    final List<Event> received = new CopyOnWriteArrayList<>();
    final AtomicBoolean outage = new AtomicBoolean();
    final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    static ConfigurableApplicationContext start(String database, String group) {
        return start(TestServers.kafka(), TestServers.mongoUri(database), group);
    }

    /** @param more what is put into it beside, such as a place to stop at */
    static ConfigurableApplicationContext start(String kafka, String mongo, String group, Class<?>... more) {
        return new SpringApplicationBuilder(TestApplication.class)
                .sources(more)
                .properties(Map.of(
                        "spring.kafka.bootstrap-servers",
                        kafka,
                        "spring.mongodb.uri",
                        mongo,
                        "koalition.messaging.group",
                        group,
                        "spring.cloud.function.definition",
                        "noteEvents",
                        "spring.cloud.stream.bindings.noteEvents-in-0.destination",
                        Topics.ACTOR_EVENTS,
                        "logging.level.org.springframework.integration.handler.LoggingHandler",
                        "OFF",
                        "spring.main.banner-mode",
                        "off",
                        "logging.level.root",
                        "WARN"))
                .run();
    }

    @Bean
    Aggregates<Note> notes(AggregatesFactory factory) {
        return factory.of(NOTE);
    }

    @Bean
    Consumer<Message<byte[]>> noteEvents(Replicas replicas) {
        return message -> {
            if (outage.get()) {
                throw new IllegalStateException("The store is away");
            }
            Event event = Event.read(message);
            if (unreadable.contains(event.id().aggregateId())) {
                throw new Event.Unreadable("Not learnt yet", null);
            }
            if (event.id().aggregateType().equals("note")) {
                received.add(event);
                replicas.take("replica", event.id().aggregateId(), "note", event, event.state(Note.class));
            }
        };
    }
}

package se.koalition.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an operator watches: is anything stuck, and how far behind are the replicas. */
final class MessagingMetrics {

    private record Waiting(long entries, Duration age) {}

    private final MeterRegistry meters;
    private final Map<AggregateType<?>, Waiting> waiting = new ConcurrentHashMap<>();

    MessagingMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void waiting(AggregateType<?> type, long entries, Duration age) {
        if (waiting.put(type, new Waiting(entries, age)) == null) {
            Gauge.builder("koalition.outbox.waiting", () -> now(type).entries())
                    .description("Events that the broker has not acknowledged yet")
                    .tag("topic", type.topic())
                    .tag("aggregate", type.name())
                    .register(meters);
            Gauge.builder("koalition.outbox.age", () -> now(type).age().toMillis() / 1000.0)
                    .description("Age of the oldest of them")
                    .baseUnit("seconds")
                    .tag("topic", type.topic())
                    .tag("aggregate", type.name())
                    .register(meters);
        }
    }

    private Waiting now(AggregateType<?> type) {
        return waiting.getOrDefault(type, new Waiting(0, Duration.ZERO));
    }

    void published(String topic) {
        meters.counter("koalition.events.published", "topic", topic).increment();
    }

    void replicated(Event event, Duration lag) {
        meters.timer(
                        "koalition.replica.lag",
                        "topic",
                        event.topic(),
                        "aggregate",
                        event.id().aggregateType())
                .record(lag);
    }

    void deadLetter(String topic) {
        meters.counter("koalition.dead.letters", "topic", topic).increment();
    }
}

package se.koalition.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Apache Kafka's producer, set so that an acknowledgement means that the record is kept. After a failure it is closed,
 * for what it still holds must not arrive later than what is then read from the outbox again.
 */
final class Publisher implements AutoCloseable {

    private final Map<String, Object> settings;
    private @Nullable Producer<String, byte[]> producer;

    Publisher(String brokers) {
        settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.LINGER_MS_CONFIG, 0);
    }

    /** @param result told {@code null} after the broker's acknowledgement, else what went wrong */
    void send(ProducerRecord<String, byte[]> message, Consumer<@Nullable Exception> result) {
        Producer<String, byte[]> sender = producer();
        try {
            sender.send(message, (metadata, failure) -> {
                if (failure != null) {
                    discard(sender);
                }
                result.accept(failure);
            });
        } catch (RuntimeException e) {
            discard(sender);
            result.accept(e);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = current;
        }
        return current;
    }

    @SuppressWarnings("ReferenceEquality") // this very producer, not one like it
    private synchronized void discard(Producer<String, byte[]> failed) {
        if (producer == failed) {
            producer = null;
            // Not on this thread: a callback runs on the producer's own, which would wait for itself.
            Thread.ofVirtual().start(() -> failed.close(Duration.ZERO));
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
            producer = null;
        }
    }
}

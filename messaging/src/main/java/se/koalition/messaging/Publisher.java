package se.koalition.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
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

    /**
     * Returns when the broker has it.
     *
     * @throws KafkaException if it may not have it, also when interrupted
     */
    void send(ProducerRecord<String, byte[]> message) {
        Producer<String, byte[]> sender = producer();
        try {
            sender.send(message).get();
        } catch (ExecutionException e) {
            discard(sender);
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (KafkaException e) {
            discard(sender);
            throw e;
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
            failed.close(Duration.ZERO);
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

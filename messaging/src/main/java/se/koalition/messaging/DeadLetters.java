package se.koalition.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * What this service could not read: kept with its original bytes, listed, and sent to its topic again by command once
 * the service has learnt to read it. The other services ignore the second coming.
 */
@Endpoint(id = "deadletters")
class DeadLetters {

    private static final String TOPIC = "dl_topic";
    private static final String REASON = "dl_reason";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Publisher publisher;
    private final MessagingMetrics metrics;
    private final TopicPartition partition;
    private final Map<String, Object> consumer;

    DeadLetters(Publisher publisher, MessagingMetrics metrics, MessagingSettings settings, String brokers) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.partition = new TopicPartition(Topics.deadLetters(settings.group()), 0);
        this.consumer = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "replay." + settings.group(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
    }

    /** One dead letter as an operator sees it. */
    record Letter(String topic, long offset, @Nullable String key, String reason, String bytesBase64) {}

    /** Those that were not replayed yet, oldest first. */
    @ReadOperation
    List<Letter> list() {
        List<Letter> letters = new ArrayList<>();
        try (Reader reader = new Reader()) {
            reader.forEach(dead -> letters.add(new Letter(
                    header(dead, TOPIC),
                    dead.offset(),
                    dead.key(),
                    header(dead, REASON),
                    Base64.getEncoder().encodeToString(dead.value()))));
        }
        return letters;
    }

    /** Sends them to where they came from, once. */
    @WriteOperation
    Map<String, Integer> replay() {
        try (Reader reader = new Reader()) {
            int count = reader.forEach(dead -> publisher.send(asItCame(dead)));
            reader.commit();
            return Map.of("replayed", count);
        }
    }

    private static ProducerRecord<String, byte[]> asItCame(ConsumerRecord<String, byte[]> dead) {
        var again = new ProducerRecord<>(header(dead, TOPIC), dead.key(), dead.value());
        for (Header header : dead.headers()) {
            if (!header.key().startsWith("dl_")) {
                again.headers().add(header);
            }
        }
        return again;
    }

    /** Keeps one record that cannot be read; returns only when the broker has it. */
    void bury(ConsumerRecord<?, ?> unreadable, Exception reason) {
        var letter = new ProducerRecord<>(partition.topic(), text(unreadable.key()), (byte[]) unreadable.value());
        for (Header header : unreadable.headers()) {
            letter.headers().add(header);
        }
        letter.headers().add(TOPIC, unreadable.topic().getBytes(UTF_8));
        letter.headers().add(REASON, rootMessage(reason).getBytes(UTF_8));
        publisher.send(letter);
        metrics.deadLetter(unreadable.topic());
    }

    private static @Nullable String text(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, UTF_8) : key == null ? null : key.toString();
    }

    private static String header(ConsumerRecord<?, ?> dead, String name) {
        Header header = dead.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && !(root instanceof Event.Unreadable)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** Reads from the last replayed letter to the end. */
    private final class Reader implements AutoCloseable {
        private final KafkaConsumer<String, byte[]> kafka =
                new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer());

        int forEach(Consumer<ConsumerRecord<String, byte[]>> each) {
            int count = 0;
            Set<TopicPartition> only = Set.of(partition);
            kafka.assign(only);
            long end = kafka.endOffsets(only, PATIENCE).getOrDefault(partition, 0L);
            while (kafka.position(partition, PATIENCE) < end) {
                var records = kafka.poll(Duration.ofMillis(200));
                records.forEach(each);
                count += records.count();
            }
            return count;
        }

        void commit() {
            kafka.commitSync(Map.of(partition, new OffsetAndMetadata(kafka.position(partition))));
        }

        @Override
        public void close() {
            kafka.close();
        }
    }
}

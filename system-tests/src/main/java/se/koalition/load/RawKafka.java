package se.koalition.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker alone: from a producer to a consumer in this process, on a topic of their own. */
final class RawKafka implements AutoCloseable {

    private static final String TOPIC = "load-floor";
    private static final int PARTITIONS = 12;
    private static final int BYTES = 1024;
    /** How long the last records may be under way. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    RawKafka(String broker) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                .mapToObj(i -> new TopicPartition(TOPIC, i))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    Samples measure(double perSecond, Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        Thread producing = Thread.ofPlatform().start(() -> produce(perSecond, end));
        Samples samples = new Samples();
        while (System.nanoTime() < end + REST.toNanos()) {
            for (ConsumerRecord<byte[], byte[]> received : consumer.poll(Duration.ofMillis(100))) {
                samples.add(
                        System.nanoTime() - ByteBuffer.wrap(received.value()).getLong());
            }
        }
        producing.join();
        return samples;
    }

    private void produce(double perSecond, long end) {
        long between = (long) (1e9 / perSecond);
        for (long due = System.nanoTime(); due < end; due += between) {
            LockSupport.parkNanos(due - System.nanoTime());
            byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
            byte[] value = ByteBuffer.allocate(BYTES).putLong(System.nanoTime()).array();
            producer.send(new ProducerRecord<>(TOPIC, key, value));
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}

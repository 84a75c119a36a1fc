package se.koalition.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the suite still works off after a round; it must not burden the next one. */
final class Backlog implements AutoCloseable {

    private static final int PARTITIONS = 12;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> READERS = List.of("portal-service", "meeting-service");
    private static final List<TopicPartition> READ = Stream.of("actor-events", "meeting-events")
            .flatMap(topic -> IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)))
            .toList();

    private final Admin admin;

    Backlog(String broker) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker));
    }

    /**
     * Waits until portal and meeting-service have read all there is and nothing more comes, which would be an outbox
     * that is not empty yet; returns in how many seconds they had.
     */
    double settle() throws ExecutionException, InterruptedException {
        long from = System.nanoTime();
        Map<TopicPartition, Long> before = Map.of();
        while (System.nanoTime() - from < PATIENCE.toNanos()) {
            Map<TopicPartition, Long> written = written();
            double seconds = (System.nanoTime() - from) / 1e9;
            if (written.equals(before) && isRead(written)) {
                return seconds;
            }
            before = written;
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("The suite is still behind after " + PATIENCE.toSeconds() + " s.");
    }

    private Map<TopicPartition, Long> written() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> newest =
                READ.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(newest).all().get();
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private boolean isRead(Map<TopicPartition, Long> written) throws ExecutionException, InterruptedException {
        for (String reader : READERS) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(reader)
                    .partitionsToOffsetAndMetadata()
                    .get();
            if (written.entrySet().stream().anyMatch(end -> position(read, end.getKey()) < end.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static long position(Map<TopicPartition, OffsetAndMetadata> read, TopicPartition partition) {
        OffsetAndMetadata position = read.get(partition);
        return position == null ? 0 : position.offset();
    }

    @Override
    public void close() {
        admin.close();
    }
}

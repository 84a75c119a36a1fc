package se.koalition.actor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import se.koalition.local.servers.TestServers;

/** What this service told others, as the broker has it: headers and bytes. */
record ToldEvent(ConsumerRecord<String, byte[]> record) {

    private static final String TOPIC = "actor-events";

    /** Everything so far, each aggregate's events in their order. */
    static List<ToldEvent> all() {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka());
        try (var broker = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = broker.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            broker.assign(partitions);
            broker.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = broker.endOffsets(partitions);
            List<ToldEvent> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> broker.position(end.getKey()) < end.getValue())) {
                broker.poll(Duration.ofMillis(100)).forEach(record -> events.add(new ToldEvent(record)));
            }
            return events;
        }
    }

    String aggregateId() {
        return record.key();
    }

    String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    String type() {
        return header("ce_type");
    }

    String value() {
        return new String(record.value(), UTF_8);
    }

    Map<String, Object> fact() {
        return JsonPath.read(value(), "$.fact");
    }

    Map<String, Object> state() {
        return JsonPath.read(value(), "$.state");
    }

    List<Map<String, Object>> history() {
        return JsonPath.read(value(), "$.state.history");
    }
}

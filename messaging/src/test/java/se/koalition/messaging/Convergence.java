package se.koalition.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** What must be true in the end, whatever happened: nothing waits, nothing is lost, all replicas are the owner's. */
final class Convergence {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Convergence() {}

    /** Waits until every note's replica equals the note field by field and every outbox is empty. */
    static void await(ApplicationContext context) {
        MongoOperations mongo = context.getBean(MongoOperations.class);
        org.awaitility.Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            List<Document> notes = mongo.getCollection("note").find().into(new ArrayList<>());
            assertThat(notes).isNotEmpty().allSatisfy(note -> {
                assertThat(note.getList("outbox", Document.class)).isEmpty();
                assertThat(replica(mongo, note.getString("_id")))
                        .isEqualTo(new Document("sequence", note.getLong("version"))
                                .append("_id", note.getEmbedded(List.of("state", "_id"), String.class))
                                .append("text", note.getEmbedded(List.of("state", "text"), String.class)));
            });
        });
    }

    private static Document replica(MongoOperations mongo, String id) {
        Document replica =
                mongo.getCollection("replica").find(new Document("_id", id)).first();
        return replica == null ? new Document() : replica.get("note", Document.class);
    }

    /** All records of some aggregates as they lie in the topic. */
    static List<ConsumerRecord<String, byte[]>> records(String kafka, Set<String> ids) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> all = consumer.partitionsFor(Topics.ACTOR_EVENTS).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found.stream().filter(message -> ids.contains(message.key())).toList();
    }

    /** The numbers of one aggregate's records, each where it came first. */
    static List<Long> sequences(List<ConsumerRecord<String, byte[]>> records, String id) {
        return records.stream()
                .filter(message -> id.equals(message.key()))
                .map(Convergence::sequence)
                .distinct()
                .toList();
    }

    static long sequence(ConsumerRecord<?, ?> message) {
        byte[] digits = message.headers().lastHeader("ce_sequence").value();
        return Long.parseLong(new String(digits, java.nio.charset.StandardCharsets.UTF_8));
    }
}

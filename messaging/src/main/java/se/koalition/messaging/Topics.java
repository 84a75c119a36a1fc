package se.koalition.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics and how they are made. Never compacted: a late duplicate would become the latest. Twelve partitions for
 * ever: another number would move keys and lose their order.
 */
public final class Topics {

    public static final String ACTOR_EVENTS = "actor-events";
    public static final String MEETING_EVENTS = "meeting-events";
    public static final String INSIGHT_EVENTS = "insight-events";

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final String RETENTION_MS = Long.toString(28L * 24 * 60 * 60 * 1000);

    private Topics() {}

    /** Where a consumer group puts what it cannot read. */
    static String deadLetters(String group) {
        return "dead-letters." + group;
    }

    /** Creates what is missing; whether the broker answered. */
    static boolean create(Admin admin, MessagingSettings settings) {
        List<NewTopic> topics = new ArrayList<>();
        for (String name : List.of(ACTOR_EVENTS, MEETING_EVENTS, INSIGHT_EVENTS)) {
            topics.add(topic(name, 12, settings));
        }
        topics.add(topic(deadLetters(settings.group()), 1, settings));
        try {
            for (var result : admin.createTopics(topics).values().values()) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
            return true;
        } catch (ExecutionException e) {
            log.info("Topics could not be made yet: {}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static NewTopic topic(String name, int partitions, MessagingSettings settings) {
        return new NewTopic(name, partitions, settings.replication())
                .configs(Map.of(
                        "retention.ms",
                        RETENTION_MS,
                        "cleanup.policy",
                        "delete",
                        "min.insync.replicas",
                        settings.replication() > 1 ? "2" : "1"));
    }
}

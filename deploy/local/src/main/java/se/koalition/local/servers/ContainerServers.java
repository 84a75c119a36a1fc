package se.koalition.local.servers;

import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The broker and the store that an operator would run, in containers that end with the JVM. */
final class ContainerServers implements Servers {

    /** Of the release that the clients and the embedded broker have. */
    private static final String BROKER = "apache/kafka:" + AppInfoParser.getVersion();

    private static final String STORE = "mongo:8.0";

    private final KafkaContainer broker = new KafkaContainer(BROKER);
    private final MongoDBContainer store = new MongoDBContainer(STORE).withReplicaSet();

    ContainerServers() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("Tests with -Pcontainers need Docker, which does not answer. Start it, "
                    + "or leave out -Pcontainers to test with the embedded servers.");
        }
        // The image reads a setting from the variable of its name.
        Broker.NOTICED.forEach((name, value) ->
                broker.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    }

    @Override
    public String kafka() {
        broker.start(); // once only, however often
        return broker.getBootstrapServers();
    }

    @Override
    public String mongoUri(String database) {
        store.start();
        return store.getReplicaSetUrl(database);
    }
}

package se.koalition.local.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The same Kafka broker as in production, alone, as its own controller (KRaft), with its log on disk. */
public final class Broker implements AutoCloseable {

    private static final String CONTROLLER = "CONTROLLER";
    private static final String OFFSETS_MINUTES = Integer.toString(28 * 24 * 60);

    /** What services notice of a broker's settings; the broker that tests run in a container has them too. */
    static final Map<String, String> NOTICED = Map.of(
            "auto.create.topics.enable", "false",
            // A killed consumer keeps its partitions for 45 s by default, too long to wait for on one machine.
            "group.consumer.min.session.timeout.ms", "6000",
            "group.consumer.session.timeout.ms", "6000",
            "group.consumer.min.heartbeat.interval.ms", "1000",
            "group.consumer.heartbeat.interval.ms", "1000");

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker, formatting its directory the first time.
     *
     * @param port on the loopback interface; 0 takes any
     */
    public static Broker start(Path directory, int port) {
        int chosen = port == 0 ? freePort() : port;
        String address = "127.0.0.1:" + chosen;
        String controller = "127.0.0.1:" + freePort();
        try {
            Files.createDirectories(directory);
            if (!Files.exists(directory.resolve("meta.properties"))) {
                format(directory);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The broker's directory " + directory + " cannot be prepared", e);
        }
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(asProperties(settings(directory, address, controller))), Time.SYSTEM);
        server.startup();
        return new Broker(server, chosen);
    }

    private static Map<String, String> settings(Path directory, String address, String controller) {
        Map<String, String> settings = new HashMap<>(NOTICED);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", "PLAINTEXT://" + address + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + address);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("offsets.retention.minutes", OFFSETS_MINUTES);
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        // A killed broker is let in again after its old session; by default that takes nine seconds.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        return settings;
    }

    private static Properties asProperties(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static void format(Path directory) throws Exception {
        new Formatter()
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}

package se.koalition.local.servers;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The broker and the store that tests use, one of each in a JVM: those named by {@code KOALITION_TEST_KAFKA}
 * ({@code host:port}) and {@code KOALITION_TEST_MONGO_URI} ({@code mongodb://host:port}), as system property or
 * environment variable; else, with {@code -Pcontainers}, containers; else the embedded ones. All but the named ones
 * are started when first asked for.
 */
public final class TestServers {

    private static final TestServers SERVERS = new TestServers(
            name -> System.getProperty(name, System.getenv(name)), ContainerServers::new, EmbeddedServers::new);

    private final UnaryOperator<@Nullable String> settings;
    private final Supplier<Servers> containers;
    private final Supplier<Servers> embedded;
    private @Nullable Servers started;

    TestServers(UnaryOperator<@Nullable String> settings, Supplier<Servers> containers, Supplier<Servers> embedded) {
        this.settings = settings;
        this.containers = containers;
        this.embedded = embedded;
    }

    /** The broker's address, for {@code bootstrap.servers}. */
    public static String kafka() {
        return SERVERS.broker();
    }

    /** The address of one database. */
    public static String mongoUri(String database) {
        return SERVERS.store(database);
    }

    synchronized String broker() {
        String given = given("KOALITION_TEST_KAFKA");
        return given == null ? started().kafka() : given;
    }

    synchronized String store(String database) {
        String given = given("KOALITION_TEST_MONGO_URI");
        return given == null ? started().mongoUri(database) : withDatabase(given, database);
    }

    private Servers started() {
        if (started == null) {
            boolean contained = Boolean.parseBoolean(settings.apply("koalition.test.containers"));
            started = (contained ? containers : embedded).get();
        }
        return started;
    }

    static String withDatabase(String uri, String database) {
        int options = uri.indexOf('?');
        String server = options < 0 ? uri : uri.substring(0, options);
        int path = server.indexOf('/', "mongodb://".length());
        return (path < 0 ? server : server.substring(0, path)) + "/" + database
                + (options < 0 ? "" : uri.substring(options));
    }

    private @Nullable String given(String name) {
        String value = settings.apply(name);
        return value == null || value.isBlank() ? null : value;
    }
}

package se.koalition.local.servers;

import org.jspecify.annotations.Nullable;

/**
 * The broker and the store that tests use, one of each in a JVM: those named by {@code KOALITION_TEST_KAFKA}
 * ({@code host:port}) and {@code KOALITION_TEST_MONGO_URI} ({@code mongodb://host:port}), as system property or
 * environment variable, else the embedded ones, started when first asked for.
 */
public final class TestServers {

    private static @Nullable Broker broker;
    private static @Nullable Store store;

    private TestServers() {}

    /** The broker's address, for {@code bootstrap.servers}. */
    public static synchronized String kafka() {
        String given = given("KOALITION_TEST_KAFKA");
        if (given != null) {
            return given;
        }
        if (broker == null) {
            broker = Broker.start(TestDirectories.create("broker"), 0);
        }
        return broker.bootstrapServers();
    }

    /** The address of one database. */
    public static synchronized String mongoUri(String database) {
        String given = given("KOALITION_TEST_MONGO_URI");
        if (given != null) {
            return withDatabase(given, database);
        }
        if (store == null) {
            store = Store.start(TestDirectories.create("store"), 0);
        }
        return store.uri(database);
    }

    static String withDatabase(String uri, String database) {
        int options = uri.indexOf('?');
        String server = options < 0 ? uri : uri.substring(0, options);
        int path = server.indexOf('/', "mongodb://".length());
        return (path < 0 ? server : server.substring(0, path)) + "/" + database
                + (options < 0 ? "" : uri.substring(options));
    }

    private static @Nullable String given(String name) {
        String value = System.getProperty(name, System.getenv(name));
        return value == null || value.isBlank() ? null : value;
    }
}

package se.koalition.local.servers;

import org.jspecify.annotations.Nullable;

/** Those that run in this JVM, with their data in a directory that ends with it. */
final class EmbeddedServers implements Servers {

    private @Nullable Broker broker;
    private @Nullable Store store;

    @Override
    public String kafka() {
        if (broker == null) {
            broker = Broker.start(TestDirectories.create("broker"), 0);
        }
        return broker.bootstrapServers();
    }

    @Override
    public String mongoUri(String database) {
        if (store == null) {
            store = Store.start(TestDirectories.create("store"), 0);
        }
        return store.uri(database);
    }
}

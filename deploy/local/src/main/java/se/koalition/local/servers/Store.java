package se.koalition.local.servers;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The store of the one-machine stack: MongoDB's wire protocol over H2's log-structured store in one file. What was
 * acknowledged survives a {@code kill -9}; see docs/decisions for what it lacks beside a real MongoDB.
 */
public final class Store implements AutoCloseable {

    private final MongoServer server;
    private final int port;

    private Store(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the store.
     *
     * @param directory where its file is kept, or {@code null} to keep everything in memory
     * @param port on the loopback interface; 0 takes any
     */
    public static Store start(@Nullable Path directory, int port) {
        MVStore file = open(directory);
        MongoServer server = new MongoServer(new DurableBackend(file));
        try {
            server.bind("127.0.0.1", port);
        } catch (RuntimeException e) {
            server.shutdownNow();
            throw e;
        }
        return new Store(server, server.getLocalAddress().getPort());
    }

    private static MVStore open(@Nullable Path directory) {
        MVStore.Builder builder = new MVStore.Builder().autoCompactFillRate(80);
        if (directory != null) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            builder.fileName(directory.resolve("store.mv").toString());
        }
        MVStore file = builder.open();
        // Without these the file grows to gigabytes, for every write is a commit of its own.
        file.setRetentionTime(2_000);
        file.setAutoCommitDelay(500);
        return file;
    }

    public int port() {
        return port;
    }

    /** The address of one database. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}

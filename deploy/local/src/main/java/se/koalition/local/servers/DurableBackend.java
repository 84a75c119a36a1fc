package se.koalition.local.servers;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Commits every write before it is answered, writers that come together with one commit; finds by id where a filter
 * names more than the id; and knows the command {@code hello}, with which today's drivers and health checks begin. As the backend comes, more than a thousand
 * acknowledged writes are lost when the process is killed.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "aggregate",
            "create",
            "createindexes",
            "drop",
            "dropdatabase",
            "dropindexes",
            "renamecollection");

    private final MVStore store;

    /** Writers share it, a commit has it alone: so no commit holds a document without its index entries. */
    private final ReadWriteLock writing = new ReentrantReadWriteLock();

    private final AtomicLong written = new AtomicLong();
    private volatile long committed;

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new H2Database(name, getMvStore(), getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                Index<Object> opened = super.openOrCreateUniqueIndex(collection, index, keys, sparse);
                boolean byId = keys.size() == 1 && keys.getFirst().getKey().equals(IdIndex.ID);
                return byId ? new IdIndex(opened) : opened;
            }
        };
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        String name = command.keySet().iterator().next();
        if (name.equals("hello")) {
            return super.handleMessage(asIsMaster(message, command));
        }
        if (!WRITES.contains(name.toLowerCase(Locale.ROOT))) {
            return super.handleMessage(message);
        }
        long mine;
        Document answer;
        writing.readLock().lock();
        try {
            answer = super.handleMessage(message);
        } finally {
            mine = written.incrementAndGet();
            writing.readLock().unlock();
        }
        commitUpTo(mine);
        return answer;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return super.handleCommand(channel, database, command.equals("hello") ? "isMaster" : command, query);
    }

    private static MongoMessage asIsMaster(MongoMessage message, Document hello) {
        Document isMaster = new Document("isMaster", 1);
        hello.forEach((key, value) -> {
            if (!key.equals("hello")) {
                isMaster.append(key, value);
            }
        });
        return new MongoMessage(message.getChannel(), message.getHeader(), isMaster);
    }

    private void commitUpTo(long mine) {
        if (committed >= mine) {
            return;
        }
        writing.writeLock().lock();
        try {
            if (committed < mine) {
                long upTo = written.get();
                store.commit();
                committed = upTo;
            }
        } finally {
            writing.writeLock().unlock();
        }
    }
}

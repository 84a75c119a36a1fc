package se.koalition.local.servers;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds by id where a filter names the id and more, as every conditional write does. The store's own index takes only
 * filters that name nothing but its key, and leaves the others to a scan of the whole collection.
 */
final class IdIndex extends Index<Object> {

    static final String ID = "_id";

    private final Index<Object> index;

    IdIndex(Index<Object> index) {
        super(index.getName(), index.getKeys(), false);
        this.index = index;
    }

    /** The part of a filter that the index can take; what it finds is held against the whole filter afterwards. */
    private Optional<Document> byId(Document filter) {
        Stream<Document> parts = filter.get("$and") instanceof Collection<?> all
                ? all.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.empty();
        return Stream.concat(Stream.of(filter), parts)
                .filter(part -> part.containsKey(ID))
                .map(part -> new Document(ID, part.get(ID)))
                .filter(index::canHandle)
                .findFirst();
    }

    @Override
    public boolean canHandle(Document filter) {
        return byId(filter).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document filter) {
        return index.getPositions(byId(filter).orElseThrow());
    }

    @Override
    public Object getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public void drop() {
        index.drop();
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }
}

package se.koalition.notification.deliveries;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.messaging.StorePreparation;
import se.koalition.notification.deliveries.Delivery.Kind;
import se.koalition.notification.deliveries.Delivery.Status;

/** The deliveries as rows of the store; every change is one conditional write, so any number of processes may work. */
@Component
class Deliveries implements StorePreparation {

    /** Longer than an SMTP conversation can take; then the mail is tried again, with the same Message-ID. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int DUPLICATE_KEY = 11000;

    private final MongoOperations mongo;
    private final Clock clock;

    Deliveries(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Adds those that are not there yet; the others stay as they are, also when they were sent long ago. */
    void add(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        List<Document> rows = deliveries.stream().map(this::row).toList();
        try {
            rows().insertMany(rows, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private Document row(Delivery delivery) {
        Document row = new Document();
        mongo.getConverter().write(delivery, row);
        return row;
    }

    /** What waits for an earlier revision is not sent any more. */
    void suppressBefore(String subjectId, int revision) {
        rows().updateMany(
                        and(eq("subjectId", subjectId), lt("revision", revision), eq("status", Status.WAITING.name())),
                        settled(Status.SUPPRESSED));
    }

    /** Whoever left is mailed no more; should they return, what is not sent yet becomes due anew. */
    void dropUnsent(String memberId) {
        rows().deleteMany(and(eq("memberId", memberId), eq("status", Status.WAITING.name())));
    }

    /** Nothing is left of who was erased, not even the address in a mail server's refusal. */
    void forget(String memberId) {
        rows().deleteMany(eq("memberId", memberId));
    }

    /** All of one member, oldest first. */
    List<Document> of(String memberId) {
        return rows().find(eq("memberId", memberId))
                .sort(Sorts.ascending("createdAt"))
                .into(new ArrayList<>());
    }

    /** Who was mailed an invitation to an earlier revision, or is being mailed one now. */
    Set<String> invitedBefore(String subjectId, int revision) {
        return rows().distinct(
                        "memberId",
                        and(
                                eq("subjectId", subjectId),
                                lt("revision", revision),
                                eq("kind", Kind.INVITATION.name()),
                                in("status", Status.SENT.name(), Status.SENDING.name())),
                        String.class)
                .into(new HashSet<>());
    }

    /** Takes one that is due in hand; nobody else gets it before the lease ends. */
    Optional<Delivery> claim() {
        Instant now = clock.instant();
        Bson claim = combine(
                set("status", Status.SENDING.name()), set("due", Date.from(now.plus(LEASE))), inc("attempts", 1));
        Document row = rows().findOneAndUpdate(
                        lte("due", Date.from(now)),
                        claim,
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending("due"))
                                .returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(row).map(found -> mongo.getConverter().read(Delivery.class, found));
    }

    void sent(Delivery claimed) {
        settle(claimed, combine(settled(Status.SENT), set("settledAt", Date.from(clock.instant()))));
    }

    void suppressed(Delivery claimed) {
        settle(claimed, settled(Status.SUPPRESSED));
    }

    void failed(Delivery claimed, String reason) {
        settle(claimed, combine(settled(Status.FAILED), set("reason", reason)));
    }

    void again(Delivery claimed, Duration later) {
        settle(
                claimed,
                combine(
                        set("status", Status.WAITING.name()),
                        set("due", Date.from(clock.instant().plus(later)))));
    }

    /** Only while the lease is the claimer's own: who was too slow must not undo what another did since. */
    private void settle(Delivery claimed, Bson update) {
        rows().updateOne(and(eq("_id", claimed.id()), eq("attempts", claimed.attempts())), update);
    }

    private static Bson settled(Status status) {
        return combine(set("status", status.name()), unset("due"));
    }

    /** Only unsettled rows are in the first, which is what claims look through. */
    @Override
    public void prepare() {
        rows().createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
        rows().createIndex(Indexes.ascending("subjectId", "revision"));
        rows().createIndex(Indexes.ascending("memberId"));
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection("deliveries").withWriteConcern(WriteConcern.MAJORITY);
    }
}

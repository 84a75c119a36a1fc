package se.koalition.actor.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;
import se.koalition.messaging.Refused;

/**
 * A need and an offer that a member of one of the two actors brought together.
 *
 * @param contactedBy the member who did
 * @param contactedActorId the other side
 * @param message from the one who took contact; may name them, so it goes when they are erased
 */
record Match(
        String id,
        String coalitionId,
        String needId,
        String offerId,
        String needActorId,
        String offerActorId,
        String contactedBy,
        String contactedActorId,
        Status status,
        @Nullable String message,
        @Nullable String result,
        Instant contactedAt,
        @Nullable Instant metAt,
        @Nullable Instant concludedAt) {

    enum Status {
        /** One side has written to the other. */
        CONTACTED,
        /** The two have met. */
        MET,
        /** What came of it is told. For good. */
        CONCLUDED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contacted(@Nullable String message) implements Fact {
        @Override
        public String type() {
            return "match.contacted.v1";
        }
    }

    record HaveMet() implements Fact {
        @Override
        public String type() {
            return "match.met.v1";
        }
    }

    record Concluded(String result) implements Fact {
        @Override
        public String type() {
            return "match.concluded.v1";
        }
    }

    record Moved(String fromActorId, String toActorId) implements Fact {
        @Override
        public String type() {
            return "match.moved.v1";
        }
    }

    record MessageErased() implements Fact {
        @Override
        public String type() {
            return "match.message-erased.v1";
        }
    }

    /** The same two are one match, whoever takes contact and however often. */
    static String idFor(String needId, String offerId) {
        return UUID.nameUUIDFromBytes(("match:" + needId + ":" + offerId).getBytes(UTF_8))
                .toString();
    }

    /** @param contacting the actor whose member takes contact */
    static Decision<Match> contact(
            Posting need, Posting offer, String by, String contacting, @Nullable String message, Instant now) {
        String contacted = need.actorId().equals(contacting) ? offer.actorId() : need.actorId();
        Match match = new Match(
                idFor(need.id(), offer.id()),
                need.coalitionId(),
                need.id(),
                offer.id(),
                need.actorId(),
                offer.actorId(),
                by,
                contacted,
                Status.CONTACTED,
                message,
                null,
                now,
                null,
                null);
        return new Decision<>(match, new Contacted(message));
    }

    /** Telling it twice, or after the result, is nothing new. */
    @Nullable Decision<Match> meet(Instant now) {
        return status == Status.CONTACTED ? reached(Status.MET, null, now, null, new HaveMet()) : null;
    }

    @Nullable Decision<Match> conclude(String what, Instant now) {
        if (what.equals(result)) {
            return null;
        }
        switch (status) {
            case CONTACTED -> throw new Refused.Conflict("Tell first that the two have met.");
            case CONCLUDED -> throw new Refused.Conflict("What came of it is told already.");
            case MET -> {
                // Now is the time.
            }
        }
        return reached(Status.CONCLUDED, what, metAt, now, new Concluded(what));
    }

    /** Goes over to the actor that one of the two was merged into. */
    @Nullable Decision<Match> move(String from, String to) {
        if (!actors().contains(from)) {
            return null;
        }
        return new Decision<>(
                new Match(
                        id,
                        coalitionId,
                        needId,
                        offerId,
                        needActorId.equals(from) ? to : needActorId,
                        offerActorId.equals(from) ? to : offerActorId,
                        contactedBy,
                        contactedActorId.equals(from) ? to : contactedActorId,
                        status,
                        message,
                        result,
                        contactedAt,
                        metAt,
                        concludedAt),
                new Moved(from, to));
    }

    @Nullable Decision<Match> eraseMessage() {
        return message == null
                ? null
                : new Decision<>(with(status, null, result, metAt, concludedAt), new MessageErased());
    }

    List<String> actors() {
        return List.of(needActorId, offerActorId);
    }

    private Decision<Match> reached(
            Status now, @Nullable String what, @Nullable Instant met, @Nullable Instant concluded, Fact fact) {
        return new Decision<>(with(now, message, what, met, concluded), fact);
    }

    private Match with(
            Status now,
            @Nullable String said,
            @Nullable String what,
            @Nullable Instant met,
            @Nullable Instant concluded) {
        return new Match(
                id,
                coalitionId,
                needId,
                offerId,
                needActorId,
                offerActorId,
                contactedBy,
                contactedActorId,
                now,
                said,
                what,
                contactedAt,
                met,
                concluded);
    }
}

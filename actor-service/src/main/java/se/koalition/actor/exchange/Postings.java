package se.koalition.actor.exchange;

import static com.mongodb.client.model.Filters.eq;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Decision;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Stored;

/** Needs and offers, each in a collection of its own. */
@Component
class Postings {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Map<Kind, Aggregates<Posting>> stored;
    private final Clock clock;

    Postings(
            @Qualifier("storedNeeds") Aggregates<Posting> needs,
            @Qualifier("storedOffers") Aggregates<Posting> offers,
            Clock clock) {
        this.stored = Map.of(Kind.NEED, needs, Kind.OFFER, offers);
        this.clock = clock;
    }

    private Aggregates<Posting> of(Kind kind) {
        return Optional.ofNullable(stored.get(kind)).orElseThrow();
    }

    Stored<Posting> get(Kind kind, String id) {
        return of(kind).get(id);
    }

    List<Stored<Posting>> ofActor(Kind kind, String actorId) {
        return of(kind).findAll(eq("state.actorId", actorId));
    }

    EventId create(String by, String request, Decision<Posting> opened) {
        Posting posting = opened.state();
        return of(posting.kind()).create(posting.id(), by, request, opened).position();
    }

    EventId change(
            Kind kind,
            String id,
            @Nullable Long expected,
            @Nullable String by,
            Function<Posting, @Nullable Decision<Posting>> decide) {
        return of(kind).change(id, expected, by, decide).position();
    }

    /** The day it is where the coalitions work, by which postings expire. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }
}

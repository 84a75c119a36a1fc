package se.koalition.actor.exchange;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.reactions.Reaction;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Event;

/** What becomes of needs, offers and matches when their actor is merged or leaves, or their member is erased. */
@Component
class Followers implements Reaction {

    private final Postings postings;
    private final Aggregates<Match> matches;
    private final Actors actors;

    Followers(Postings postings, Aggregates<Match> matches, Actors actors) {
        this.postings = postings;
        this.matches = matches;
        this.actors = actors;
    }

    @Override
    public void on(Event event) {
        String id = event.id().aggregateId();
        switch (event.type()) {
            case "actor.merged.v1" -> goOver(id, event.member());
            case "need.opened.v1", "need.moved.v1", "offer.opened.v1", "offer.moved.v1" ->
                goOver(event.state().path("actorId").asString(""), event.member());
            case "match.contacted.v1", "match.moved.v1" -> {
                goOver(event.state().path("needActorId").asString(""), event.member());
                goOver(event.state().path("offerActorId").asString(""), event.member());
            }
            case "actor.left-coalition.v1" ->
                withdraw(id, event.fact().path("coalitionId").asString(""), event);
            case "member.erased.v1" -> eraseMessages(id, event.member());
            default -> {
                // Nothing else concerns them.
            }
        }
    }

    /**
     * Whatever is of an actor that was merged goes to the one that stays in the end. It is looked at when the actor is
     * merged, and when something is new there, which may have been begun before and written after that.
     */
    private void goOver(String actorId, @Nullable String by) {
        String stays = actors.survivorId(actorId);
        if (!stays.equals(actorId)) {
            move(actorId, stays, by);
        }
    }

    private void move(String from, String to, @Nullable String by) {
        for (Kind kind : Kind.values()) {
            postings.ofActor(kind, from)
                    .forEach(found -> postings.change(kind, found.id(), null, by, p -> p.move(from, to)));
        }
        matches.findAll(or(eq("state.needActorId", from), eq("state.offerActorId", from)))
                .forEach(found -> matches.change(found.id(), null, by, m -> m.move(from, to)));
    }

    private void withdraw(String actorId, String coalitionId, Event event) {
        for (Kind kind : Kind.values()) {
            postings.ofActor(kind, actorId)
                    .forEach(found -> postings.change(
                            kind, found.id(), null, event.member(), p -> left(p, coalitionId, event.time())));
        }
    }

    /** What was opened later is of an actor that has come back, and the event a late duplicate. */
    private static @Nullable Decision<Posting> left(Posting posting, String coalitionId, Instant at) {
        boolean concerned = posting.coalitionId().equals(coalitionId)
                && posting.status() == Posting.Status.OPEN
                && !posting.openedAt().isAfter(at);
        return concerned ? posting.withdraw(at) : null;
    }

    private void eraseMessages(String memberId, @Nullable String by) {
        matches.findAll(eq("state.contactedBy", memberId))
                .forEach(found -> matches.change(found.id(), null, by, Match::eraseMessage));
    }
}

package se.koalition.actor.actors;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.FaultCode;
import se.koalition.actor.http.InvalidInput;
import se.koalition.actor.members.Members;
import se.koalition.actor.reactions.Reaction;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Event;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Refused;

/**
 * Makes one actor of two. The command changes the one that stays: it takes part wherever its duplicate does. The
 * duplicate follows as a reaction to that event, then, as a reaction to the duplicate's own, whatever points to it. So
 * at no moment a coalition or a member is without an actor, and what a crash leaves undone the next delivery does.
 */
@Component
class Mergers implements Reaction {

    private final Aggregates<Actor> aggregates;
    private final Actors actors;
    private final Members members;
    private final Coalitions coalitions;

    Mergers(Aggregates<Actor> aggregates, Actors actors, Members members, Coalitions coalitions) {
        this.aggregates = aggregates;
        this.actors = actors;
        this.members = members;
        this.coalitions = coalitions;
    }

    /** The same again is nothing new. */
    EventId merge(String survivorId, String duplicateId, String by) {
        if (survivorId.equals(duplicateId)) {
            throw new InvalidInput("duplicateId", "must be another actor", FaultCode.SAME_ACTOR);
        }
        Actor duplicate = aggregates.get(duplicateId).state();
        if (duplicate.mergedInto() != null && !duplicate.mergedInto().equals(survivorId)) {
            duplicate.mustBeItself();
        }
        if (tookOver(duplicateId).contains(survivorId)) {
            throw new Refused.Conflict("“" + duplicate.name() + "” is taking the other one over already.");
        }
        return aggregates
                .change(survivorId, null, by, survivor -> survivor.takeOver(duplicate))
                .position();
    }

    /** Itself and all that have gone into it or are about to: two must not vanish into each other. */
    private Set<String> tookOver(String id) {
        Set<String> all = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(id));
        while (!next.isEmpty()) {
            String one = next.remove();
            if (all.add(one)) {
                next.addAll(aggregates.get(one).state().duplicates());
            }
        }
        return all;
    }

    @Override
    public void on(Event event) {
        String id = event.id().aggregateId();
        switch (event.type()) {
            case ActorFacts.DuplicateMerged.TYPE ->
                follow(event.fact().path("duplicateId").asString(""), id, event.time(), event.member());
            case ActorFacts.Merged.TYPE -> handOver(id, event.member());
            default -> {}
        }
    }

    /** Members move first, so that whoever hears that their actor is gone has a seat already. */
    private void follow(String duplicateId, String survivorId, Instant takenOverAt, @Nullable String by) {
        String stays = actors.survivor(survivorId).id();
        if (stays.equals(duplicateId)) {
            return; // two who took each other over in the same moment: the first to follow has followed
        }
        if (aggregates.get(duplicateId).state().mergeInto(survivorId) != null) {
            members.moveAll(duplicateId, stays, by);
        }
        Actor duplicate = aggregates
                .change(duplicateId, null, by, d -> d.mergeInto(survivorId))
                .state();
        String survivor = actors.survivor(duplicateId).id();
        duplicate
                .handedOver()
                .forEach(late -> aggregates.change(survivor, null, by, s -> s.takeOver(late, takenOverAt)));
    }

    /** Once more for whoever was seated in between, and on from one that was merged itself meanwhile. */
    private void handOver(String duplicateId, @Nullable String by) {
        String survivor = actors.survivor(duplicateId).id();
        if (survivor.equals(duplicateId)) {
            return;
        }
        members.moveAll(duplicateId, survivor, by);
        coalitions.replaceConvenor(duplicateId, survivor, by);
        handOver(survivor, by);
    }
}

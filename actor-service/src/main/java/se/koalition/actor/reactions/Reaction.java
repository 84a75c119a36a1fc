package se.koalition.actor.reactions;

import se.koalition.messaging.Event;

/**
 * Changes a second aggregate because of what happened to a first one. Events come at least once and in any order
 * between aggregates: what is done already must be left as it is.
 */
public interface Reaction {

    void on(Event event);
}

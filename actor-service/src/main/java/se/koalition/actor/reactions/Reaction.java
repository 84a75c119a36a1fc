package se.koalition.actor.reactions;

import se.koalition.messaging.Event;

/**
 * What a feature does because of an event of another aggregate. It may hear of an event again, at once or weeks later,
 * and must then find its work done.
 */
public interface Reaction {

    /** @param event never one of a resync */
    void on(Event event);
}

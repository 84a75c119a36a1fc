package se.koalition.actor.reactions;

import se.koalition.messaging.Event;

/**
 * What must happen to another aggregate after an event. It may be told the same event again, at once after a crash or
 * weeks later, and finds its work done then; if it throws, all reactions to the event are tried again.
 */
public interface Reaction {

    /** @param event never one of a resync */
    void on(Event event);
}

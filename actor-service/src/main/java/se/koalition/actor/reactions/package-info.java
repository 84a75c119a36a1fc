/** What this service does about its own events where a second aggregate must follow the first; depends on nothing here. */
@NullMarked
package se.koalition.actor.reactions;

import org.jspecify.annotations.NullMarked;

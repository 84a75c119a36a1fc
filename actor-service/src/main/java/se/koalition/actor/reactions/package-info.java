/** What this service does when it hears of its own events; depends on no feature. */
@NullMarked
package se.koalition.actor.reactions;

import org.jspecify.annotations.NullMarked;

/** Needs and offers of actors, and the matches that come of them; may depend on actors, coalitions and members. */
@NullMarked
package se.koalition.actor.exchange;

import org.jspecify.annotations.NullMarked;

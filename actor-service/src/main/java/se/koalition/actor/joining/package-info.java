/** Asking to join a coalition, and being answered; may depend on actors, coalitions, members and reactions. */
@NullMarked
package se.koalition.actor.joining;

import org.jspecify.annotations.NullMarked;

/** Actors, the organisations, and in which coalitions they take part; may depend on coalitions, members, reactions, identity and places. */
@NullMarked
package se.koalition.actor.actors;

import org.jspecify.annotations.NullMarked;

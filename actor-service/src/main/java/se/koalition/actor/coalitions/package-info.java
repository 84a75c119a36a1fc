/** Coalitions: started by the operator, described and led to their end by coordinators; may depend on members, places and reactions. */
@NullMarked
package se.koalition.actor.coalitions;

import org.jspecify.annotations.NullMarked;

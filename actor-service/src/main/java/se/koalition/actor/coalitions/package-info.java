/** Coalitions: started by the operator, led by coordinators; may depend on members and reactions. */
@NullMarked
package se.koalition.actor.coalitions;

import org.jspecify.annotations.NullMarked;

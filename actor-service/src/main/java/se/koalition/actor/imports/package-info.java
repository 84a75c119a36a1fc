/** Bringing many actors in at once from a CSV file; may depend on actors, coalitions and members. */
@NullMarked
package se.koalition.actor.imports;

import org.jspecify.annotations.NullMarked;

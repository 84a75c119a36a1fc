/** Bringing many actors in at once from a CSV file; may depend on actors and members. */
@NullMarked
package se.koalition.actor.imports;

import org.jspecify.annotations.NullMarked;

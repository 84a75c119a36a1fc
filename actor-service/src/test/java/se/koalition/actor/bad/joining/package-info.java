/** Breaks the rules of StructureTests on purpose. */
@NullMarked
package se.koalition.actor.bad.joining;

import org.jspecify.annotations.NullMarked;

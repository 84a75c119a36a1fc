/** Breaks the rules of StructureTests on purpose. */
@NullMarked
package se.koalition.actor.bad.reactions;

import org.jspecify.annotations.NullMarked;

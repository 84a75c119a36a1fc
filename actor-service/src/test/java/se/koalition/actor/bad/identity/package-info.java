/** Breaks the rules of the structure on purpose, so that each rule is shown to fail. */
@NullMarked
package se.koalition.actor.bad.identity;

import org.jspecify.annotations.NullMarked;

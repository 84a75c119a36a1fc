/** The municipalities that coalitions count their coverage by; depends on nothing. */
@NullMarked
package se.koalition.actor.places;

import org.jspecify.annotations.NullMarked;

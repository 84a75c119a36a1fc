/** How a refusal is told to a program; depends on nothing. */
@NullMarked
package se.koalition.portal.problems;

import org.jspecify.annotations.NullMarked;

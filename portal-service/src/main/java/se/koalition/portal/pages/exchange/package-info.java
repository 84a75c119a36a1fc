/** The pages about what actors need and offer, and about the matches that come of it. */
@NullMarked
package se.koalition.portal.pages.exchange;

import org.jspecify.annotations.NullMarked;

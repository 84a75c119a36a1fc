/** The pages about what actors need and offer, and the matches that come of it; depends on the frame. */
@NullMarked
package se.koalition.portal.pages.exchange;

import org.jspecify.annotations.NullMarked;

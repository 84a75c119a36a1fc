/** The pages of coalitions, with coverage and audit; depends on the frame, and on joining and the exchange. */
@NullMarked
package se.koalition.portal.pages.coalitions;

import org.jspecify.annotations.NullMarked;

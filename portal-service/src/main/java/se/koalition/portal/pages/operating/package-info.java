/** The pages of those who run the installation; depends on the frame and on personal data. */
@NullMarked
package se.koalition.portal.pages.operating;

import org.jspecify.annotations.NullMarked;

/** The pages where visitors ask to join a coalition and its coordinators answer; depends on the frame. */
@NullMarked
package se.koalition.portal.pages.joining;

import org.jspecify.annotations.NullMarked;

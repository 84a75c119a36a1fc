/** The pages about who sits where, and a member's own up to leaving; depends on the frame. */
@NullMarked
package se.koalition.portal.pages.members;

import org.jspecify.annotations.NullMarked;

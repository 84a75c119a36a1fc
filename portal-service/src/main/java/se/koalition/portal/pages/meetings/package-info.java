/** The pages where meetings are planned, changed and answered, also by the links in mails; depends on the frame. */
@NullMarked
package se.koalition.portal.pages.meetings;

import org.jspecify.annotations.NullMarked;

/** Meetings: scheduled, moved, cancelled, and who is invited to them; may depend on directory. */
@NullMarked
package se.koalition.meeting.scheduling;

import org.jspecify.annotations.NullMarked;

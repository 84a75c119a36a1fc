/** What the invited answer; may depend on scheduling and directory. */
@NullMarked
package se.koalition.meeting.participation;

import org.jspecify.annotations.NullMarked;

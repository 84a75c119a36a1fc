/** What other services' events told about coalitions, actors and members, and the rights that follow from it. */
@NullMarked
package se.koalition.meeting.directory;

import org.jspecify.annotations.NullMarked;

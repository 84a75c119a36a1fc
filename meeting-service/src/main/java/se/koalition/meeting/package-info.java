/** The service that owns meetings, who is invited to them, and what the invited answer. */
@NullMarked
package se.koalition.meeting;

import org.jspecify.annotations.NullMarked;

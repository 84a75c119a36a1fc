/** The service that owns coalitions, their actors and the members who represent them. */
@NullMarked
package se.koalition.actor;

import org.jspecify.annotations.NullMarked;

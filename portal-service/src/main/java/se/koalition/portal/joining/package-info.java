/** How strangers may ask to join: with a proof of work, or into a slower queue; depends on commands and security. */
@NullMarked
package se.koalition.portal.joining;

import org.jspecify.annotations.NullMarked;

/** How features hear of this service's own events; depends on no feature. */
@NullMarked
package se.koalition.actor.reactions;

import org.jspecify.annotations.NullMarked;

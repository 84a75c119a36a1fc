/** Members, the people who represent actors, and what they may do; depends on no other feature. */
@NullMarked
package se.koalition.actor.members;

import org.jspecify.annotations.NullMarked;

/** The pages of actors, and those that bring them in and take them out; depends on the frame and on members. */
@NullMarked
package se.koalition.portal.pages.actors;

import org.jspecify.annotations.NullMarked;

/** The service that people and other portals meet: reads from its own model, commands passed on, sign-in, pages. */
@NullMarked
package se.koalition.portal;

import org.jspecify.annotations.NullMarked;

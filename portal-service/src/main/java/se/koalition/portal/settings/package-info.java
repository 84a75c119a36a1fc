/** What an installation sets, and what holds for all of them; depends on nothing. */
@NullMarked
package se.koalition.portal.settings;

import org.jspecify.annotations.NullMarked;

/** What an installation sets; depends on nothing. */
@NullMarked
package se.koalition.portal.settings;

import org.jspecify.annotations.NullMarked;

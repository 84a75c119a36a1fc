/** The web pages, for visitors and for those who are signed in; depends on all others. */
@NullMarked
package se.koalition.portal.pages;

import org.jspecify.annotations.NullMarked;

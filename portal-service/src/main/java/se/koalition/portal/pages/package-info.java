/**
 * The web pages, for visitors and for those who are signed in; depends on all others. Here is the frame that all pages
 * share; each feature has a package below, and the frame knows none of them.
 */
@NullMarked
package se.koalition.portal.pages;

import org.jspecify.annotations.NullMarked;

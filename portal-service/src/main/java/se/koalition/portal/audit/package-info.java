/**
 * Who did what when in each coalition: every fact, told by the events, and every refused command. Kept by member ids;
 * names are looked up when somebody reads. Depends on no other package here but the settings, for all may tell it
 * something.
 */
@NullMarked
package se.koalition.portal.audit;

import org.jspecify.annotations.NullMarked;

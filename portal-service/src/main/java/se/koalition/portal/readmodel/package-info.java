/**
 * What the events have told, kept so that every question is one lookup; depends on no other package here but the audit,
 * which it tells of every fact.
 */
@NullMarked
package se.koalition.portal.readmodel;

import org.jspecify.annotations.NullMarked;

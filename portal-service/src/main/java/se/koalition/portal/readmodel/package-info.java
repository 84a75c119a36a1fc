/** What the events have told, kept so that every question is one lookup; depends on no other package here. */
@NullMarked
package se.koalition.portal.readmodel;

import org.jspecify.annotations.NullMarked;

/**
 * Replicas of members, actors, coalitions, meetings, insights, requests to join and matches, just what mails need; depends on
 * no other feature.
 */
@NullMarked
package se.koalition.notification.directory;

import org.jspecify.annotations.NullMarked;

/** Replicas of members, actors, coalitions, meetings, insights and matches, just what mails need; depends on no other feature. */
@NullMarked
package se.koalition.notification.directory;

import org.jspecify.annotations.NullMarked;

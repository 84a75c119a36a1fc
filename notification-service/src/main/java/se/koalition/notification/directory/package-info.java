/** Replicas of members, actors, coalitions, meetings and insights, just what mails need; depends on no other feature. */
@NullMarked
package se.koalition.notification.directory;

import org.jspecify.annotations.NullMarked;

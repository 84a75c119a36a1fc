/**
 * notification-service: sends each member the mails that others' events call for, once each. It owns no aggregate.
 */
@NullMarked
package se.koalition.notification;

import org.jspecify.annotations.NullMarked;

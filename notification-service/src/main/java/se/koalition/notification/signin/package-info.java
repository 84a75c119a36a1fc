/** The sign-in mail that the portal asks for; depends on mails. */
@NullMarked
package se.koalition.notification.signin;

import org.jspecify.annotations.NullMarked;

/** Signing in by a link in a mail, and the session that follows; depends on commands and security. */
@NullMarked
package se.koalition.portal.signin;

import org.jspecify.annotations.NullMarked;

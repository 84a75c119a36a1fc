/** Passing commands on to the service that owns the aggregate; depends on security and the audit. */
@NullMarked
package se.koalition.portal.commands;

import org.jspecify.annotations.NullMarked;

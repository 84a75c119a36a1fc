/** The HTTP API for reading; depends on the overview, the read model and security. */
@NullMarked
package se.koalition.portal.api;

import org.jspecify.annotations.NullMarked;

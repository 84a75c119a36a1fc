/** How programs on this machine talk to the portal: as anyone would over HTTP, with tokens that exist only here. */
@NullMarked
package se.koalition.local.portal;

import org.jspecify.annotations.NullMarked;

/** One coalition put together for reading and kept ready as bytes; depends on the read model. */
@NullMarked
package se.koalition.portal.overview;

import org.jspecify.annotations.NullMarked;

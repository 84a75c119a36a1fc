/** Tests of the whole service, against the real broker and store. */
@NullMarked
package se.koalition.portal;

import org.jspecify.annotations.NullMarked;

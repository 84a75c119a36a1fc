/** What a text is likely about, learned from examples. Knows nothing of needs and offers; depends on no other package here. */
@NullMarked
package se.koalition.portal.matching.kinds;

import org.jspecify.annotations.NullMarked;

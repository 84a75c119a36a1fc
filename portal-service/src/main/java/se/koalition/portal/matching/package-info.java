/**
 * Which offers could meet a need, and why, worked out from what people wrote. Knows nothing of the store, of coalitions
 * or of who asks: the same postings always give the same proposals. Depends on no other package here but its own kinds.
 */
@NullMarked
package se.koalition.portal.matching;

import org.jspecify.annotations.NullMarked;

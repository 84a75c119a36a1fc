/** What the actors of a coalition need and offer, and who could meet whom; depends on the read model and matching. */
@NullMarked
package se.koalition.portal.exchange;

import org.jspecify.annotations.NullMarked;

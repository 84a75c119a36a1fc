/** The service that owns insights, what actors learn and tell. */
@NullMarked
package se.koalition.insight;

import org.jspecify.annotations.NullMarked;

/** The least that could do a service's work: one endpoint that stores, one that reads, nothing around them. */
@NullMarked
package se.koalition.load.floor;

import org.jspecify.annotations.NullMarked;

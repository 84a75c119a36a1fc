/** Measures the suite's speed and memory against the least that could do the same work, on one machine in one run. */
@NullMarked
package se.koalition.load;

import org.jspecify.annotations.NullMarked;

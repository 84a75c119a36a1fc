/** {@code ./koalition}: starts, watches and stops the whole suite on one machine. */
@NullMarked
package se.koalition.local.launcher;

import org.jspecify.annotations.NullMarked;

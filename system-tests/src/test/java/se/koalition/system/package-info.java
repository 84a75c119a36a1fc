/** The suite as its users meet it: over HTTP, by mail and in a browser. */
@NullMarked
package se.koalition.system;

import org.jspecify.annotations.NullMarked;

/** The first coalition, loaded through the public API. */
@NullMarked
package se.koalition.local.demo;

import org.jspecify.annotations.NullMarked;

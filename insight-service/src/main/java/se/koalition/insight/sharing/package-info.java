/** Sharing insights with a coalition or with everyone; may depend on the directory. */
@NullMarked
package se.koalition.insight.sharing;

import org.jspecify.annotations.NullMarked;

/** The servers that the suite needs, in one process and without Docker: broker, store and mail. */
@NullMarked
package se.koalition.local.servers;

import org.jspecify.annotations.NullMarked;

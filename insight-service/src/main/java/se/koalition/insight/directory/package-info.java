/** What this service knows of coalitions, actors and members; depends on no other feature. */
@NullMarked
package se.koalition.insight.directory;

import org.jspecify.annotations.NullMarked;

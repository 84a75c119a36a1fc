/** Where a coalition's actors are and where none is; depends on the read model. */
@NullMarked
package se.koalition.portal.coverage;

import org.jspecify.annotations.NullMarked;

/** Who calls and what tokens say so: keys, tokens, filters; depends on the read model. */
@NullMarked
package se.koalition.portal.security;

import org.jspecify.annotations.NullMarked;

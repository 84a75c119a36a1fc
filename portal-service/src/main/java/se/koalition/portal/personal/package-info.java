/** What is stored about one person, collected from all services; depends on audit, commands, signin and security. */
@NullMarked
package se.koalition.portal.personal;

import org.jspecify.annotations.NullMarked;

/** What people take away as files, to open in other programs; made from the read model. */
@NullMarked
package se.koalition.portal.files;

import org.jspecify.annotations.NullMarked;

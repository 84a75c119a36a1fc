/** How mails look, as text, page and calendar entry, and how they leave the house; depends on directory only. */
@NullMarked
package se.koalition.notification.mails;

import org.jspecify.annotations.NullMarked;

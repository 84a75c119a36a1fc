/** Which mails are due to whom, each kept as a row until it is sent; depends on mails and directory. */
@NullMarked
package se.koalition.notification.deliveries;

import org.jspecify.annotations.NullMarked;

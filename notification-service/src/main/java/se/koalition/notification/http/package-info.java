/** What all endpoints share: who calls, how a command is answered, how a refusal is told. */
@NullMarked
package se.koalition.notification.http;

import org.jspecify.annotations.NullMarked;

package se.koalition.notification.mails;

import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what concerns one mail from what concerns the server. A 5xx reply to the recipient or the content is for good
 * (RFC 5321 §4.2.1); one to anything else, such as the sender or the log-in, is a setting that an operator corrects.
 */
final class Refusals {

    private Refusals() {}

    static Optional<String> permanent(@Nullable Exception failure) {
        Optional<String> here = Optional.empty();
        if (failure instanceof SMTPAddressFailedException e) {
            here = reply(e.getReturnCode(), "RCPT");
        } else if (failure instanceof SMTPSendFailedException e && isContent(e.getCommand())) {
            here = reply(e.getReturnCode(), "DATA");
        }
        return here.isEmpty() && failure instanceof MessagingException e ? permanent(e.getNextException()) : here;
    }

    private static boolean isContent(String command) {
        String upper = command.toUpperCase(Locale.ROOT);
        return upper.startsWith("DATA") || upper.startsWith(".") || upper.startsWith("BDAT");
    }

    private static Optional<String> reply(int code, String to) {
        return code >= 500 ? Optional.of(code + " to " + to) : Optional.empty();
    }
}

package se.koalition.notification.mails;

/** The mail server did not take a mail this time. */
public final class MailServerAway extends RuntimeException {

    /** Keeps only the kind of failure: a server's words may hold an address. */
    MailServerAway(Exception cause) {
        super(cause.getClass().getSimpleName());
    }
}

package se.koalition.notification.mails;

/** The mail server will never take this mail; its message is a reply without the address. */
public final class MailRefused extends RuntimeException {

    MailRefused(String reply) {
        super(reply);
    }
}

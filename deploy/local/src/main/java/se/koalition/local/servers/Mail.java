package se.koalition.local.servers;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A mail server that takes every mail to every address and shows it on a page; nothing leaves the machine. A mail is on
 * disk before it is acknowledged to the sender.
 */
public final class Mail implements AutoCloseable {

    private static final long STARTUP_MILLIS = 20_000;

    private final GreenMail smtp;
    private final Mailbox mailbox;
    private final MailPage page;

    private Mail(GreenMail smtp, Mailbox mailbox, MailPage page) {
        this.smtp = smtp;
        this.mailbox = mailbox;
        this.page = page;
    }

    /**
     * Starts the server.
     *
     * @param directory where the mails of earlier runs are, and the new ones go
     * @param smtpPort on the loopback interface, as {@code pagePort}; 0 takes any
     */
    public static Mail start(Path directory, int smtpPort, int pagePort) {
        Mailbox mailbox = new Mailbox(directory);
        ServerSetup setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        GreenMail smtp = new GreenMail(setup);
        smtp.start();
        smtp.getUserManager().setMessageDeliveryHandler((message, to) -> new EveryRecipient(mailbox, to.getEmail()));
        try {
            return new Mail(smtp, mailbox, MailPage.start(mailbox, pagePort));
        } catch (RuntimeException e) {
            smtp.stop();
            throw e;
        }
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    /** The page for people; {@code /api/mails?to=} below it answers with JSON. */
    public URI pageUri() {
        return page.uri();
    }

    /** Everything that came for one recipient, newest first. */
    public List<ReceivedMail> mailsTo(String recipient) {
        return mailbox.newest(recipient, Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        page.close();
        smtp.stop();
    }
}

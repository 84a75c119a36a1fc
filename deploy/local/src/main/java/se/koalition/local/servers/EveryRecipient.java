package se.koalition.local.servers;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/**
 * A user for every address, who puts mail in our files; GreenMail's own users would keep it all in memory.
 *
 * @param address of the envelope
 */
record EveryRecipient(Mailbox mailbox, String address) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        mailbox.deliver(message, address);
    }

    @Override
    public void deliver(MimeMessage message) {
        throw new UnsupportedOperationException("SMTP delivers with its envelope");
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public void create() {
        // Exists by being written to.
    }

    @Override
    public void delete() {
        // Nothing is kept here.
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("Nobody signs in here");
    }

    @Override
    public void authenticate(String password) {
        throw new UnsupportedOperationException("Nobody signs in here");
    }

    @Override
    public String getQualifiedMailboxName() {
        return address;
    }
}

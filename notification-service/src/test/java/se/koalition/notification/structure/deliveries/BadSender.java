package se.koalition.notification.structure.deliveries;

/** Half of a cycle. */
public class BadSender {
    public se.koalition.notification.structure.mails.BadMail mail() {
        return new se.koalition.notification.structure.mails.BadMail();
    }
}

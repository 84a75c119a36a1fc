package se.koalition.notification.structure.mails;

/** The other half: a mail must not know who sends it. */
public class BadMail {
    public se.koalition.notification.structure.deliveries.BadSender sender() {
        return new se.koalition.notification.structure.deliveries.BadSender();
    }
}

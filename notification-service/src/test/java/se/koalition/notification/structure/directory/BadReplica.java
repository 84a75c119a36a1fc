package se.koalition.notification.structure.directory;

/** A replica that knows how it is mailed, and says so on the console. */
public class BadReplica {
    public void mail() {
        System.out.println(new se.koalition.notification.structure.mails.BadMail());
    }
}

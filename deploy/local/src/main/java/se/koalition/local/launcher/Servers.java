package se.koalition.local.launcher;

import java.net.URI;
import se.koalition.local.servers.Broker;
import se.koalition.local.servers.Mail;
import se.koalition.local.servers.Store;

/** Store, mail and broker, which live in the launcher. */
final class Servers implements AutoCloseable {

    private final Store store;
    private final Mail mail;
    private final Broker broker;

    private Servers(Store store, Mail mail, Broker broker) {
        this.store = store;
        this.mail = mail;
        this.broker = broker;
    }

    /** The broker last: it takes longest, and services that are under way already wait for it. */
    static Servers start(Home home, Ports ports, Console console, Runnable whenStoreIsUp) {
        Store store = console.timed("store", ports.store(), () -> Store.start(home.file("store"), ports.store()));
        whenStoreIsUp.run();
        Mail mail = console.timed(
                "mail", ports.smtp(), () -> Mail.start(home.file("mails"), ports.smtp(), ports.mailbox()));
        Broker broker =
                console.timed("broker", ports.broker(), () -> Broker.start(home.file("broker"), ports.broker()));
        return new Servers(store, mail, broker);
    }

    URI mailbox() {
        return mail.pageUri();
    }

    @Override
    public void close() {
        mail.close();
        broker.close();
        store.close();
    }
}

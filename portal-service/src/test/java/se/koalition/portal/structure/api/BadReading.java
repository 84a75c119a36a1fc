package se.koalition.portal.structure.api;

/** A read that asks another service, and tells it to the console. */
public class BadReading {
    @SuppressWarnings("SystemOut") // what the rule is to find
    public void read() {
        System.out.println(se.koalition.portal.structure.commands.BadCommand.class);
    }
}

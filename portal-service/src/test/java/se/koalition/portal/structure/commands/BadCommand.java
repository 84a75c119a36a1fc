package se.koalition.portal.structure.commands;

/** A command that looks into the read model before it asks the owner. */
public class BadCommand {
    public Class<?> decidesBy() {
        return se.koalition.portal.structure.readmodel.BadReplica.class;
    }
}

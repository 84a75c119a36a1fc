package se.koalition.portal.structure.readmodel;

/** Half of a cycle: a replica must not know how it is shown. */
public class BadReplica {
    public se.koalition.portal.structure.overview.BadOverview shown() {
        return new se.koalition.portal.structure.overview.BadOverview();
    }
}

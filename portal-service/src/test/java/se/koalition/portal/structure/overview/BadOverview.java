package se.koalition.portal.structure.overview;

/** The other half, and it asks who calls. */
public class BadOverview {
    public Class<?> from() {
        return se.koalition.portal.structure.readmodel.BadReplica.class;
    }

    public Class<?> askedBy() {
        return se.koalition.portal.structure.api.BadReading.class;
    }
}

package se.koalition.portal.structure.coverage;

/** Counts what somebody may see instead of what there is. */
public class BadChart {
    public Class<?> askedBy() {
        return se.koalition.portal.structure.api.BadReading.class;
    }
}

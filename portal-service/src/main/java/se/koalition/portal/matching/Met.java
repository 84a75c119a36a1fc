package se.koalition.portal.matching;

/** Whether two actors have met before. */
@FunctionalInterface
public interface Met {

    /** The order of the two does not matter. */
    boolean before(String oneActorId, String otherActorId);
}

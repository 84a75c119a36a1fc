package se.koalition.portal.readmodel;

/** What else the portal keeps of a member and must let go of when they have left; may be asked again at any time. */
public interface Farewell {

    void to(String memberId);
}

package se.koalition.portal.security;

import se.koalition.portal.settings.Settings;

/**
 * Who asks, member or operator or both.
 *
 * @param id the member's, or made of the operator's address
 * @param memberSequence how far an owner's directory must be to know what the portal knows of them; 0 if nothing
 */
public record Caller(String id, boolean operator, long memberSequence) {

    /** The id of an operator who is no member. */
    public static String operatorId(String email) {
        return Settings.operatorId(email);
    }
}

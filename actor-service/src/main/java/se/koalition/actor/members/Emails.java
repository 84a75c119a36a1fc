package se.koalition.actor.members;

import java.util.Locale;

/** How addresses are compared: a member is known by theirs, however it was typed. */
public final class Emails {

    private Emails() {}

    public static String normalise(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

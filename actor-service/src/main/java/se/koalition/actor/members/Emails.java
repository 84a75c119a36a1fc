package se.koalition.actor.members;

import java.util.Locale;

/** How addresses are compared: a member is known by theirs, however it was typed. */
public final class Emails {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[A-Za-z0-9]++(?:-++[A-Za-z0-9]++)*+";

    /**
     * What mail servers everywhere accept: a dot-atom (RFC 5322 §3.4.1) at a domain of at least two labels, in ASCII.
     * Never backtracks, for visitors may send anything.
     */
    public static final String ADDRESS = ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)++" + LABEL;

    private Emails() {}

    public static String normalise(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

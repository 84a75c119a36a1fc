package se.koalition.portal.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where signing in leads: to a page here that somebody was on their way to, else to the start page. */
public final class Destination {

    private static final int LONGEST = 500;
    /** No second slash and no backslash at the beginning: to a browser that is another site. */
    private static final Pattern HERE = Pattern.compile("/(?!sign-in|login)[\\w.~%?=&:;,+@-][\\w./~%?=&:;,+@-]*");

    private Destination() {}

    /** @param wanted what a stranger may have made */
    public static String of(@Nullable String wanted) {
        return wanted != null
                        && wanted.length() <= LONGEST
                        && HERE.matcher(wanted).matches()
                ? wanted
                : "/";
    }

    /** The same, to be greeted there. */
    static String greeted(@Nullable String wanted) {
        String path = of(wanted);
        return path + (path.contains("?") ? "&" : "?") + "signed-in";
    }
}

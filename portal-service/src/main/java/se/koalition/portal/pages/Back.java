package se.koalition.portal.pages;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a form leads when it is done: one of the pages that show who sits where, never anywhere else. */
public final class Back {

    private static final Pattern KNOWN =
            Pattern.compile("/me|/actors/[\\w-]+|/coalitions/[\\w-]+/members(\\?[\\w=&%+.*-]{1,2000})?");

    private Back() {}

    public static String to(@Nullable String wanted) {
        return wanted != null && KNOWN.matcher(wanted).matches() ? wanted : "/me";
    }
}

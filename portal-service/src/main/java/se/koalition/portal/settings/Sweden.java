package se.koalition.portal.settings;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;

/** What holds for every coalition, for all are in Sweden: its time, and the order of its alphabet. */
public final class Sweden {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private Sweden() {}

    /** With å, ä and ö last; in both languages, so that a name stands where one looks for it. */
    public static Comparator<Object> order() {
        return Collator.getInstance(Locale.of("sv"));
    }
}

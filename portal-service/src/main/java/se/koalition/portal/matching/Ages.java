package se.koalition.portal.matching;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** From which age to which something is, as far as it is said: who speaks of two ages means those between them too. */
final class Ages {

    private static final Pattern YEARS =
            Pattern.compile("(?U)(\\d{1,2})\\s*(?:-|–|till)\\s*(\\d{1,2})(?:\\s*år\\b|-år)");
    private static final Pattern CLASSES = Pattern.compile(
            "(?U)\\b(?:åk|årskurs|årskurserna|klass)\\.?\\s*(f|\\d)\\b(?:\\s*(?:-|–|till|och)\\s*(\\d)\\b)?");
    /** Who is in the first class becomes seven. */
    private static final int BEFORE_SCHOOL = 6;

    private static final int OF_AGE = 20;

    private int youngest = Integer.MAX_VALUE;
    private int oldest;

    /** Reads numbers: "8–12 år", "årskurs f–6". In lower case. */
    void read(String text) {
        YEARS.matcher(text).results().forEach(said -> add(said, 0));
        CLASSES.matcher(text).results().forEach(said -> add(said, BEFORE_SCHOOL));
    }

    private void add(MatchResult said, int more) {
        int from = said.group(1).equals("f") ? 0 : Integer.parseInt(said.group(1));
        int to = said.group(2) == null ? from : Integer.parseInt(said.group(2));
        add(from + more, to + more);
    }

    /** Whoever is of age is not whom it is for, but who does it. */
    private void add(int from, int to) {
        if (from >= OF_AGE) {
            return;
        }
        youngest = Math.min(youngest, from);
        oldest = Math.max(oldest, to);
    }

    /** @param range like 10-12 */
    void addRange(String range) {
        int hyphen = range.indexOf('-');
        add(Integer.parseInt(range.substring(0, hyphen)), Integer.parseInt(range.substring(hyphen + 1)));
    }

    void add(Ages more) {
        add(more.youngest, more.oldest);
    }

    /** Whether both say for whom they are, and it is not the same. */
    boolean areOthersThan(Ages other) {
        return oldest != 0 && other.oldest != 0 && (oldest < other.youngest || other.oldest < youngest);
    }
}

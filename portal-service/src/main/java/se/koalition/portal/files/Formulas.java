package se.koalition.portal.files;

import java.util.regex.Pattern;

/** Keeps spreadsheets from running what people have written. */
public final class Formulas {

    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private Formulas() {}

    /**
     * A cell that would be run as a formula stands behind an apostrophe (OWASP, “CSV Injection”), and so does one that
     * looks like that already: who takes the file in again takes one away.
     */
    public static String harmless(String cell) {
        return DANGEROUS.matcher(cell).matches() ? "'" + cell : cell;
    }
}

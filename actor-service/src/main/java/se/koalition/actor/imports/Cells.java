package se.koalition.actor.imports;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as formulas stand in exported files behind an apostrophe, which makes them text
 * (OWASP, “CSV Injection”). Reading takes exactly that one away, so that a file comes back as it went out.
 */
final class Cells {

    private static final Pattern MADE_HARMLESS = Pattern.compile("'+[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private Cells() {}

    static String read(String cell) {
        return MADE_HARMLESS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}

package se.koalition.portal.matching.kinds;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text that somebody wrote to show what people say about a kind of need or offer.
 *
 * @param kinds what it is about, first of all the first
 */
public record Example(List<String> kinds, String text) {

    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern PLUS = Pattern.compile("\\+");

    public Example {
        kinds = List.copyOf(kinds);
    }

    /**
     * Reads a line: the kinds with a plus between them, a tab, the text.
     *
     * @throws IllegalArgumentException if it is another
     */
    public static Example of(String line) {
        String[] fields = TAB.split(line, -1);
        if (fields.length != 2 || fields[0].isBlank() || fields[1].isBlank()) {
            throw new IllegalArgumentException("An example is kinds, a tab and a text: " + line);
        }
        return new Example(List.of(PLUS.split(fields[0])), fields[1]);
    }
}

package se.koalition.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The rows in columns as wide as they need be, and beneath them what must be known to read them. */
final class Table {

    private static final int LINE = 120;
    private static final Pattern BLANK = Pattern.compile(" ");

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
    }

    void note(String note) {
        notes.add(note);
    }

    @Override
    public String toString() {
        List<Row> all = new ArrayList<>(List.of(Row.HEAD));
        all.addAll(rows);
        int[] widths = IntStream.range(0, Row.HEAD.cells().size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.cells().get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        line(text, Row.HEAD.cells(), widths);
        line(text, IntStream.of(widths).mapToObj("-"::repeat).toList(), widths);
        rows.forEach(row -> line(text, row.cells(), widths));
        notes.forEach(note -> wrap(text, note));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - cells.get(column).length());
            // Names begin at the left, figures end at the right.
            line.append(column == 0 ? cells.get(column) + gap : "  " + gap + cells.get(column));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static void wrap(StringBuilder text, String note) {
        text.append("\n*");
        int column = 1;
        for (String word : BLANK.split(note, -1)) {
            if (column + 1 + word.length() > LINE) {
                text.append("\n ");
                column = 1;
            }
            text.append(' ').append(word);
            column += 1 + word.length();
        }
    }
}

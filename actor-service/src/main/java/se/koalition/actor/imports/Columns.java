package se.koalition.actor.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import se.koalition.actor.http.InvalidInput;

/** The columns of a file in the order of its header, in Swedish or English. */
record Columns(List<String> header) {

    static final Columns NONE = new Columns(List.of());

    private static final List<String> KNOWN = List.of("name", "sector", "municipality");
    private static final List<String> NEEDED = List.of("name", "sector");
    private static final Map<String, String> SWEDISH =
            Map.of("namn", "name", "sektor", "sector", "kommun", "municipality");

    Columns {
        header = header.stream().map(Columns::english).toList();
    }

    private static String english(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SWEDISH.getOrDefault(lower, lower);
    }

    /** What is wrong with the header, by column. */
    List<InvalidInput.Fault> faults() {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        for (String column : header) {
            if (!KNOWN.contains(column)) {
                faults.add(new InvalidInput.Fault(
                        column, "unknown column; expected name, sector, municipality (or namn, sektor, kommun)"));
            }
        }
        for (String column : KNOWN) {
            if (Collections.frequency(header, column) > 1) {
                faults.add(new InvalidInput.Fault(column, "this column stands there more than once"));
            }
        }
        for (String column : NEEDED) {
            if (!header.contains(column)) {
                faults.add(new InvalidInput.Fault(column, "this column is missing"));
            }
        }
        return faults;
    }

    /** A cell by its column's name; a missing one is empty. */
    String cell(String column, CSVRecord cells) {
        int index = header.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }
}

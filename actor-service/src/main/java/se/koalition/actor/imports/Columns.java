package se.koalition.actor.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import se.koalition.actor.http.InvalidInput;

/** The columns of a file in the order of its header, in Swedish or English. */
record Columns(List<String> header) {

    private static final List<String> KNOWN =
            List.of("name", "sector", "municipality", "organisationNumber", "website", "description", "publicContact");
    private static final List<String> NEEDED = List.of("name", "sector");
    private static final Map<String, String> SWEDISH = Map.of(
            "namn", "name",
            "sektor", "sector",
            "kommun", "municipality",
            "organisationsnummer", "organisationNumber",
            "webbplats", "website",
            "beskrivning", "description",
            "kontakt", "publicContact");
    private static final Map<String, String> ENGLISH =
            KNOWN.stream().collect(Collectors.toMap(Columns::key, column -> column));

    Columns {
        header = header.stream().map(Columns::english).toList();
    }

    private static String english(String name) {
        String key = key(name);
        return ENGLISH.getOrDefault(key, SWEDISH.getOrDefault(key, name));
    }

    /** “Organisation number” and “organisation_number” are meant as well. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    /** What is wrong with the header, by column. */
    List<InvalidInput.Fault> faults() {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        for (String column : header) {
            if (!KNOWN.contains(column)) {
                faults.add(new InvalidInput.Fault(
                        column,
                        "unknown column; expected " + String.join(", ", KNOWN)
                                + " (or namn, sektor, kommun, organisationsnummer, webbplats, beskrivning, kontakt)",
                        "unknown-column"));
            }
        }
        for (String column : KNOWN) {
            if (Collections.frequency(header, column) > 1) {
                faults.add(
                        new InvalidInput.Fault(column, "this column stands there more than once", "repeated-column"));
            }
        }
        for (String column : NEEDED) {
            if (!header.contains(column)) {
                faults.add(new InvalidInput.Fault(column, "this column is missing", "missing-column"));
            }
        }
        return faults;
    }

    /** A cell by its column's name, as it was before a spreadsheet was kept from running it; a missing one is empty. */
    String cell(String column, CSVRecord cells) {
        int index = header.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : Cells.read(cells.get(index));
    }
}

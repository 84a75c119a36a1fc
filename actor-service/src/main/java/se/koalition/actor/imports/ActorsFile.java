package se.koalition.actor.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.actors.Sector;
import se.koalition.actor.http.InvalidInput;

/**
 * Reads a CSV file (RFC 4180, or with semicolons or tabs as spreadsheets in Sweden write it) into rows, all or none:
 * each error names its line and column and what is expected there.
 */
final class ActorsFile {

    private static final int MAX_ROWS = 5_000;
    private static final int MAX_ERRORS = 50;
    private static final int MAX_LENGTH = 200;
    private static final Map<String, String> COLUMNS = Map.of(
            "name",
            "name",
            "namn",
            "name",
            "sector",
            "sector",
            "sektor",
            "sector",
            "municipality",
            "municipality",
            "kommun",
            "municipality");

    private final List<InvalidInput.Fault> errors = new ArrayList<>();
    private final List<ActorsImport.Row> rows = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ActorsFile() {}

    /** @throws InvalidInput with every error up to the fiftieth */
    static List<ActorsImport.Row> read(byte[] content) {
        ActorsFile file = new ActorsFile();
        file.parse(text(content));
        if (!file.errors.isEmpty()) {
            throw new InvalidInput(file.errors);
        }
        return file.rows;
    }

    /** UTF-8 where it can be read as such, else what Windows programs write; a byte order mark is dropped. */
    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void parse(String text) {
        String header = text.lines().findFirst().orElse("");
        char delimiter = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<String> columns = List.of();
            for (CSVRecord cells : parser) {
                if (columns.isEmpty()) {
                    columns = columns(cells);
                } else if (errors.size() < MAX_ERRORS) {
                    row(columns, cells, parser.getCurrentLineNumber());
                }
            }
            if (columns.isEmpty() || (rows.isEmpty() && errors.isEmpty())) {
                error(1, "file", "no actors were found; expected a header name;sector;municipality and a row for each");
            }
        } catch (UncheckedIOException | IOException e) {
            error(1, "file", "not a CSV file: " + e.getMessage());
        }
    }

    private List<String> columns(CSVRecord header) {
        List<String> columns = header.stream()
                .map(cell -> COLUMNS.getOrDefault(cell.toLowerCase(Locale.ROOT), "?" + cell))
                .toList();
        columns.stream()
                .filter(c -> c.startsWith("?"))
                .forEach(unknown -> error(
                        1,
                        unknown.substring(1),
                        "unknown column; expected name, sector, municipality (or namn, sektor, kommun)"));
        for (String needed : List.of("name", "sector")) {
            if (!columns.contains(needed)) {
                error(1, needed, "this column is missing");
            }
        }
        return columns;
    }

    private void row(List<String> columns, CSVRecord cells, long line) {
        if (cells.size() == 1 && cells.get(0).isEmpty()) {
            return;
        }
        if (cells.size() > columns.size()) {
            error(line, "row", "has " + cells.size() + " cells, the header has " + columns.size());
            return;
        }
        String name = cell(columns, cells, "name");
        String municipality = cell(columns, cells, "municipality");
        Sector sector = Sector.of(cell(columns, cells, "sector")).orElse(null);
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            error(line, "name", "expected 1 to " + MAX_LENGTH + " characters");
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            error(line, "name", "“" + name + "” stands in the file already");
        }
        if (municipality.length() > MAX_LENGTH) {
            error(line, "municipality", "expected at most " + MAX_LENGTH + " characters");
        }
        if (rows.size() == MAX_ROWS) {
            error(line, "row", "a file may hold " + MAX_ROWS + " actors; split it");
        }
        if (sector == null) {
            error(line, "sector", "expected one of " + Sector.all());
        } else {
            rows.add(new ActorsImport.Row(name, sector, municipality.isEmpty() ? null : municipality));
        }
    }

    private static String cell(List<String> columns, CSVRecord cells, String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }

    private void error(long line, String column, @Nullable String message) {
        errors.add(new InvalidInput.Fault("line " + line + ", column " + column, String.valueOf(message)));
    }
}

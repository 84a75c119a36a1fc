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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.actors.Sector;
import se.koalition.actor.http.InvalidInput;
import se.koalition.actor.http.Written;

/**
 * Reads a CSV file (RFC 4180, or with semicolons or tabs as spreadsheets in Sweden write it) into rows, all or none:
 * each error names its line and column and what is expected there.
 */
final class ActorsFile {

    private static final int MAX_ROWS = 5_000;
    private static final int MAX_ERRORS = 50;
    private static final int MAX_NAME = 200;
    private static final int MAX_MUNICIPALITY = 100;
    private static final Pattern ONE_LINE = Pattern.compile(Written.ONE_LINE);
    private static final Pattern NO_TEXT = Pattern.compile("[\0\uFFFD]");

    private final List<InvalidInput.Fault> errors = new ArrayList<>();
    private final List<ActorsImport.Row> rows = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private Columns columns = Columns.NONE;
    private long line;

    private ActorsFile() {}

    /** @throws InvalidInput with every error up to the fiftieth */
    static List<ActorsImport.Row> read(byte[] content) {
        ActorsFile file = new ActorsFile();
        file.parse(text(content));
        if (!file.errors.isEmpty()) {
            throw new InvalidInput(file.errors.stream().limit(MAX_ERRORS).toList());
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
        Matcher noText = NO_TEXT.matcher(text);
        if (noText.find()) {
            long before =
                    text.chars().limit(noText.start()).filter(c -> c == '\n').count();
            error(before + 1, "row", "is not text in UTF-8; save the file as CSV UTF-8");
            return;
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
            for (CSVRecord cells : parser) {
                long first = line + 1;
                line = parser.getCurrentLineNumber();
                read(cells, first);
            }
            if (errors.isEmpty() && rows.isEmpty()) {
                error(1, "file", "no actors were found; expected a header name;sector;municipality and a row for each");
            }
        } catch (UncheckedIOException | IOException e) {
            error(line + 1, "row", "a quotation mark is not closed, or something follows it");
        }
    }

    private static CSVFormat format(String text) {
        String header = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        char delimiter = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        // Empty lines are kept, so that each row knows its line.
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private void read(CSVRecord cells, long at) {
        if (cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (columns.equals(Columns.NONE)) {
            columns = new Columns(cells.toList());
            columns.faults().forEach(fault -> error(at, fault.field(), fault.message()));
        } else if (errors.size() < MAX_ERRORS) {
            row(cells, at);
        }
    }

    private void row(CSVRecord cells, long at) {
        if (cells.size() > columns.header().size()) {
            error(
                    at,
                    "row",
                    "has " + cells.size() + " cells, the header has "
                            + columns.header().size());
            return;
        }
        String name = Written.tidied(columns.cell("name", cells));
        String municipality = columns.cell("municipality", cells);
        Sector sector = Sector.of(columns.cell("sector", cells)).orElse(null);
        if (name.isEmpty() || name.length() > MAX_NAME) {
            error(at, "name", "expected 1 to " + MAX_NAME + " characters");
        } else if (!ids.add(Actors.idFor(name))) {
            error(at, "name", "“" + name + "” stands in the file already");
        }
        if (!ONE_LINE.matcher(name).matches()) {
            error(at, "name", Written.MUST_BE_ONE_LINE);
        }
        if (!ONE_LINE.matcher(municipality).matches()) {
            error(at, "municipality", Written.MUST_BE_ONE_LINE);
        }
        if (municipality.length() > MAX_MUNICIPALITY) {
            error(at, "municipality", "expected at most " + MAX_MUNICIPALITY + " characters");
        }
        if (rows.size() == MAX_ROWS) {
            error(at, "row", "a file may hold " + MAX_ROWS + " actors; split it");
        }
        if (sector == null) {
            error(at, "sector", "expected one of " + Sector.all());
        } else {
            rows.add(new ActorsImport.Row(name, sector, municipality.isEmpty() ? null : municipality));
        }
    }

    private void error(long at, String column, String message) {
        errors.add(new InvalidInput.Fault("line " + at + ", column " + column, message));
    }
}

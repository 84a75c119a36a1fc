package se.koalition.actor.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.http.InvalidInput;

/**
 * Reads a CSV file (RFC 4180, or with semicolons or tabs as spreadsheets in Sweden write it) into rows, all or none:
 * each error names its line and column and what is expected there.
 */
final class ActorsFile {

    private static final int MAX_ERRORS = 50;
    private static final Pattern NO_TEXT = Pattern.compile("[\0\uFFFD]");
    /** Two bytes of UTF-8, read as Windows-1252, or its byte order mark: no Swedish or English text has these. */
    private static final Pattern MIXED =
            Pattern.compile("\u00EF\u00BB\u00BF|[\u00C2\u00C3][^\\p{ASCII}\\p{IsAlphabetic}]");
    /** What some spreadsheets write first, for themselves. */
    private static final Pattern HINT = Pattern.compile("\\A\"?sep=.\"?(?=\\R)", Pattern.CASE_INSENSITIVE);

    private final List<InvalidInput.Fault> errors = new ArrayList<>();
    private @Nullable Rows rows;
    private long line;

    private ActorsFile() {}

    /** @throws InvalidInput with every error up to the fiftieth */
    static List<Profile> read(byte[] content) {
        ActorsFile file = new ActorsFile();
        file.parse(text(content));
        if (!file.errors.isEmpty()) {
            throw new InvalidInput(file.errors.stream().limit(MAX_ERRORS).toList());
        }
        return file.profiles();
    }

    private List<Profile> profiles() {
        return rows == null ? List.of() : rows.profiles();
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
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return HINT.matcher(bare).replaceFirst("");
    }

    private void parse(String text) {
        if (isOtherThanText(text, NO_TEXT, "is not text in UTF-8; save the file as CSV UTF-8", "no-text")
                || isOtherThanText(text, MIXED, "mixes two encodings; save the file as CSV UTF-8", "encodings")) {
            return;
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
            for (CSVRecord cells : parser) {
                long first = line + 1;
                line = parser.getCurrentLineNumber();
                read(cells, first);
            }
            if (errors.isEmpty() && profiles().isEmpty()) {
                error(
                        1,
                        "file",
                        "no actors were found; expected a header name;sector;municipality and a row for each",
                        "no-actors");
            }
        } catch (UncheckedIOException | IOException e) {
            error(line + 1, "row", "a quotation mark is not closed, or something follows it", "quotation-mark");
        }
    }

    private boolean isOtherThanText(String text, Pattern sign, String message, String code) {
        Matcher found = sign.matcher(text);
        if (!found.find()) {
            return false;
        }
        long before = text.chars().limit(found.start()).filter(c -> c == '\n').count();
        error(before + 1, "row", message, code);
        return true;
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
        if (rows == null) {
            Columns columns = new Columns(cells.toList());
            rows = new Rows(columns);
            tell(at, columns.faults());
        } else if (errors.size() < MAX_ERRORS) {
            tell(at, rows.add(cells));
        }
    }

    private void tell(long at, List<InvalidInput.Fault> faults) {
        faults.forEach(fault -> error(at, fault.field(), fault.message(), fault.code()));
    }

    private void error(long at, String column, String message, String code) {
        errors.add(new InvalidInput.Fault("line " + at + ", column " + column, message, code));
    }
}

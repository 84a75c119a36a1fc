package se.koalition.portal.pages.coalitions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.koalition.portal.audit.Audit;
import se.koalition.portal.audit.Question;
import se.koalition.portal.files.Formulas;
import se.koalition.portal.pages.Days;
import se.koalition.portal.pages.Languages;

/** The trail as a file that spreadsheets open: in the separator of the reader's language, with nothing that they run. */
@Component
class AuditFile {

    private static final int CHUNK = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    /** Tells spreadsheets that it is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Audit audit;
    private final MessageSource messages;

    AuditFile(Audit audit, MessageSource messages) {
        this.audit = audit;
        this.messages = messages;
    }

    void write(String coalitionId, Question question, Locale language, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, UTF_8);
        writer.write(BYTE_ORDER_MARK);
        char separator = language.equals(Languages.SWEDISH) ? ';' : ',';
        CSVPrinter csv = new CSVPrinter(
                writer, CSVFormat.EXCEL.builder().setDelimiter(separator).get());
        for (String column : new String[] {"time", "who", "actor", "text", "type", "id"}) {
            csv.print(messages.getMessage("audit.column." + column, null, column, language));
        }
        csv.println();
        String after = null;
        do {
            Audit.Page page =
                    audit.page(coalitionId, question, after, CHUNK, language).orElseThrow();
            for (Audit.Line line : page.items()) {
                csv.printRecord(
                        TIME.format(line.time().atZone(Days.ZONE)),
                        harmless(line.who().name()),
                        harmless(line.who().actor()),
                        harmless(line.text()),
                        line.type(),
                        line.id());
            }
            after = page.next();
        } while (after != null);
        csv.flush();
    }

    private static String harmless(@Nullable String cell) {
        return Formulas.harmless(Objects.requireNonNullElse(cell, ""));
    }
}

package se.koalition.portal.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/**
 * A coalition's actors as a file that a spreadsheet in Sweden opens with a click, and that actor-service takes in again
 * unchanged ({@code contracts/actors.csv}): semicolons, a byte order mark, CRLF, and no formulas.
 */
@Component
public class ActorsCsv {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[;\"\\r\\n,\\t']");
    private static final List<String> SWEDISH =
            List.of("namn", "sektor", "kommun", "organisationsnummer", "webbplats", "beskrivning", "kontakt");
    private static final List<String> ENGLISH =
            List.of("name", "sector", "municipality", "organisationNumber", "website", "description", "publicContact");
    private static final Map<String, String> SECTORS = Map.of(
            "authority", "myndighet",
            "region", "region",
            "municipality", "kommun",
            "academia", "akademi",
            "culture", "kultur",
            "civil-society", "civilsamhälle",
            "business", "näringsliv");

    private final ReadModel model;

    ActorsCsv(ReadModel model) {
        this.model = model;
    }

    /** Sorted as Swedish sorts; columns and sectors are named in the reader's language. */
    public byte[] of(String coalitionId, Locale language) {
        return write(model.actorsOf(coalitionId), !language.getLanguage().equals("en"));
    }

    static byte[] write(List<Actor> actors, boolean swedish) {
        Stream<List<String>> rows = actors.stream()
                .sorted(Comparator.comparing(Actor::name, Sweden.order()).thenComparing(Actor::id))
                .map(actor -> row(actor, swedish));
        String file = Stream.concat(Stream.of(swedish ? SWEDISH : ENGLISH), rows)
                .map(cells -> String.join(";", cells) + "\r\n")
                .collect(Collectors.joining());
        return ("\uFEFF" + file).getBytes(UTF_8);
    }

    private static List<String> row(Actor a, boolean swedish) {
        String sector = swedish ? SECTORS.getOrDefault(a.sector(), a.sector()) : a.sector();
        return Stream.of(
                        a.name(),
                        sector,
                        orEmpty(a.municipality()),
                        orEmpty(a.organisationNumber()),
                        orEmpty(a.website()),
                        orEmpty(a.description()),
                        orEmpty(a.publicContact()))
                .map(ActorsCsv::cell)
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String cell(String text) {
        String harmless = Formulas.harmless(text);
        return NEEDS_QUOTES.matcher(harmless).find() ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}

package se.koalition.actor.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** The municipalities that are shipped, Skåne's 33; elsewhere a place is plain text. */
public final class Municipalities {

    private static final Map<String, Municipality> KNOWN = read();

    /**
     * What may stand behind a name. The genitive's s comes last, for names that end in s have none of their own:
     * Höganäs kommun, but Lunds kommun.
     */
    private static final List<String> ENDINGS = List.of("", " kommun", " stad", "s kommun", "s stad");

    private Municipalities() {}

    /** By code or by name, in whatever case, with or without “kommun” or “stad” behind. */
    public static Optional<Municipality> find(String codeOrName) {
        String written = key(codeOrName);
        return ENDINGS.stream()
                .filter(written::endsWith)
                .map(ending -> KNOWN.get(written.substring(0, written.length() - ending.length())))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String key(String codeOrName) {
        return codeOrName.strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Municipality> read() {
        Map<String, Municipality> known = new HashMap<>();
        try {
            String data = new ClassPathResource("municipalities.csv").getContentAsString(UTF_8);
            data.lines().skip(1).map(line -> line.split(";", 2)).forEach(cells -> {
                Municipality municipality = new Municipality(cells[0], cells[1]);
                known.put(cells[0], municipality);
                known.put(key(cells[1]), municipality);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(known);
    }
}

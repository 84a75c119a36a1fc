package se.koalition.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** A row of the demo's actors. */
record DemoActor(String name, String sector) {

    private static final Pattern SEPARATOR = Pattern.compile(";");

    static List<DemoActor> parse(String csv) {
        return csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> SEPARATOR.split(line, -1))
                .map(cells -> new DemoActor(cells[0], cells[1]))
                .toList();
    }

    /** The id that the public API promises an actor of this name. */
    String id() {
        return idOf(name);
    }

    static String idOf(String name) {
        String normalised = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(("actor:" + normalised).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

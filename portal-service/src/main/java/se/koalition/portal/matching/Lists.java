package se.koalition.portal.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** The lists that come with the matcher, and how words are written in them: a line each, comments begin with #. */
final class Lists {

    private Lists() {}

    static List<String> lines(String name) {
        try (InputStream in = Lists.class.getResourceAsStream("/matching/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no list " + name + ".");
            }
            return new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One way to write a word, with a star for any letters at its ends. */
    record Wording(String core, boolean anyBefore, boolean anyAfter) {

        static Wording of(String written) {
            boolean before = written.startsWith("*");
            boolean after = written.endsWith("*");
            String core = written.substring(before ? 1 : 0, written.length() - (after ? 1 : 0));
            return new Wording(core, before, after);
        }

        boolean fits(String word) {
            if (anyBefore) {
                return anyAfter ? word.contains(core) : word.endsWith(core);
            }
            return anyAfter ? word.startsWith(core) : word.equals(core);
        }
    }
}

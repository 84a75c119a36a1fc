package se.koalition.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Directories for the servers of a test JVM. They are not deleted at its end, where servers still write (a broker that
 * misses its directory halts the JVM), but by the next test JVM, which sees that their owner is gone.
 */
final class TestDirectories {

    private static final Pattern NAME = Pattern.compile("koalition-test-(\\d+)-.*");

    private TestDirectories() {}

    static Path create(String name) {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> entries = Files.list(parent)) {
            entries.filter(TestDirectories::isOrphan).forEach(TestDirectories::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return Files.createTempDirectory(
                    "koalition-test-" + ProcessHandle.current().pid() + "-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOrphan(Path directory) {
        Matcher name = NAME.matcher(directory.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static void delete(Path directory) {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(directory)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // Another test JVM is deleting the same leftovers; whoever comes next takes the rest.
            return;
        }
    }
}

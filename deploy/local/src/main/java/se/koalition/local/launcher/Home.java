package se.koalition.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things lie.
 *
 * @param root the clone
 * @param data everything that the suite keeps
 */
record Home(Path root, Path data) {

    /** Everything below {@code data} that is ours. */
    private static final List<String> OURS =
            List.of("store", "broker", "mails", "secrets", "logs", "run", "work", "demo-is-loaded");

    static Home ofProcess() {
        Path root = Path.of(System.getProperty("koalition.home", "."))
                .toAbsolutePath()
                .normalize();
        Path data = Optional.ofNullable(System.getenv("KOALITION_DATA"))
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value).toAbsolutePath())
                .orElse(root.resolve("data"));
        return new Home(root, data);
    }

    Path file(String name) {
        return data.resolve(name);
    }

    Path logs() {
        return data.resolve("logs");
    }

    /** Broker, store and mail share a process and a log. */
    Path log(String part) {
        boolean server = List.of("store", "broker", "mail", "mailbox").contains(part);
        return logs().resolve((server ? "servers" : part) + ".log");
    }

    Path run(String name) {
        return data.resolve("run").resolve(name);
    }

    Path jar(Service service) {
        return root.resolve(service.module()).resolve("target/app/" + service.module() + "-0.1.0-SNAPSHOT-app.jar");
    }

    /** What the JDK learnt from a training run of the service, so that it starts in a third of the time. */
    Path aotCache(Service service) {
        return root.resolve(service.module()).resolve("target/app.aot");
    }

    Home prepared() {
        for (Path directory : List.of(data, logs(), data.resolve("run"), data.resolve("work"))) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new Stop("The directory " + directory + " cannot be written: " + e.getMessage() + ".");
            }
        }
        return this;
    }

    void deleteData() {
        OURS.forEach(name -> delete(data.resolve(name)));
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package se.koalition.local.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A built clone whose services are stand-ins, and commands given in it as a newcomer gives them. */
final class Clone implements AutoCloseable {

    final Home home;
    final Ports ports = IntStream.iterate(100, offset -> offset + 100)
            .mapToObj(Ports::new)
            .filter(Ports::allFree)
            .findFirst()
            .orElseThrow();
    private final Path directory;

    Clone(Path directory) throws IOException {
        this.directory = directory;
        this.home = new Home(directory, directory.resolve("data"));
        for (Service service : Service.values()) {
            writeStandIn(home.jar(service));
        }
    }

    private static void writeStandIn(Path jar) throws IOException {
        Files.createDirectories(Objects.requireNonNull(jar.getParent()));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        String name = StandIn.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                var classFile =
                        Objects.requireNonNull(StandIn.class.getClassLoader().getResourceAsStream(name))) {
            out.putNextEntry(new JarEntry(name));
            classFile.transferTo(out);
        }
    }

    Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dkoalition.home=" + directory,
                "-Dlogback.configurationFile=launcher-logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name).toFile())
                .start();
    }

    /** Starts {@code up} and waits until it says that it is ready. */
    Process up(String name) throws IOException {
        Process up = start(name, "up", "--empty", "--port-offset", Integer.toString(ports.offset()));
        awaitSaid(name, "Ready after");
        return up;
    }

    /** Runs a command to its end; returns its exit code. */
    int run(String name, String... arguments) throws Exception {
        Process process = start(name, arguments);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    String said(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitSaid(String name, String text) {
        Awaitility.await(text)
                .atMost(Duration.ofSeconds(90))
                .until(() -> said(name).contains(text));
    }

    ProcessHandle process(Service service) {
        return new PidFile(home.run(service.module())).process().orElseThrow();
    }

    @Override
    public void close() {
        Running.launcher(home).end(Duration.ofSeconds(30));
        Suite.endOrphans(home);
    }
}

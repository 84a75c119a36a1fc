package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.koalition.local.portal.PortalClient;

/**
 * The suite that {@code ./koalition up} starts, on ports and data of its own; once for all tests, stopped when their
 * JVM ends.
 */
final class Suite {

    private static final Path ROOT = root();
    private static final Path DATA = ROOT.resolve("system-tests/target/data");
    private static final Suite RUNNING = new Suite();

    private final int offset = freeOffset();
    private final PortalClient client;

    private Suite() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run("down")));
        String said = run("up", "--background", "--port-offset", Integer.toString(offset));
        assertThat(said).contains("Ready after");
        client = new PortalClient(portal(), read(DATA.resolve("secrets/local-token-secret")));
    }

    static Suite running() {
        return RUNNING;
    }

    URI portal() {
        return URI.create("http://localhost:" + (8080 + offset));
    }

    String at(int port) {
        return "http://127.0.0.1:" + (port + offset);
    }

    String mailbox() {
        return "http://127.0.0.1:" + (8025 + offset);
    }

    String broker() {
        return "127.0.0.1:" + (9092 + offset);
    }

    String store() {
        return "mongodb://127.0.0.1:" + (27_017 + offset);
    }

    PortalClient client() {
        return client;
    }

    /** A command as an operator types it; what it says. */
    static String run(String... words) {
        List<String> command =
                new ArrayList<>(List.of("bash", ROOT.resolve("koalition").toString()));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("KOALITION_DATA", DATA.toString());
        // What the cache saves at each start is less than the training takes.
        process.environment().put("KOALITION_NO_TRAINING", "1");
        try {
            Path said = Files.createTempFile(Files.createDirectories(ROOT.resolve("system-tests/target")), "said", "");
            Process running = process.redirectOutput(said.toFile()).start();
            int exit = running.waitFor();
            String text = Files.readString(said);
            Files.delete(said);
            assertThat(exit)
                    .as("./koalition %s: %s", String.join(" ", words), text)
                    .isZero();
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends a service's process as a crash does. */
    static void kill(String service) {
        process(service).destroyForcibly();
        process(service).onExit().join();
    }

    static boolean runs(String service) {
        return ProcessHandle.of(pid(service)).filter(ProcessHandle::isAlive).isPresent();
    }

    private static ProcessHandle process(String service) {
        return ProcessHandle.of(pid(service)).orElseThrow();
    }

    private static long pid(String service) {
        String words = read(DATA.resolve("run").resolve(service));
        return Long.parseLong(words.substring(0, words.indexOf(' ')));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store's port, the highest, stays below those that Linux gives to outgoing connections (from 32768). */
    private static int freeOffset() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1_000, 5_700))
                .filter(offset -> isFree(8080 + offset) && isFree(27_017 + offset))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Maven runs tests in the module's directory, an editor perhaps in the clone's. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, directory -> directory != null, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve("koalition")))
                .findFirst()
                .orElseThrow();
    }
}

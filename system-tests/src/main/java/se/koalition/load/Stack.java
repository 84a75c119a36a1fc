package se.koalition.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.koalition.local.portal.PortalClient;

/** A suite of its own, started and stopped as an operator does; stopped at the latest when this program ends. */
final class Stack {

    static final List<String> PROCESSES = List.of(
            "launcher",
            "portal-service",
            "actor-service",
            "meeting-service",
            "insight-service",
            "notification-service");

    private static final Pattern BLANK = Pattern.compile(" ");

    private final Path home;
    private final Path data;
    private final Addresses addresses;
    private volatile @Nullable Process command;

    /** With nothing in it yet. */
    Stack(Path home, Addresses addresses) throws IOException, InterruptedException {
        this.home = home;
        this.data = Files.createDirectories(home.resolve("system-tests/target/load-data"));
        this.addresses = addresses;
        command("down");
        command("reset", "--yes");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    Addresses addresses() {
        return addresses;
    }

    /** Returns after how many seconds the command came back, the suite being ready. */
    double up() throws IOException, InterruptedException {
        long from = System.nanoTime();
        String said = command("up", "--background", "--port-offset", Integer.toString(addresses.offset()));
        double seconds = (System.nanoTime() - from) / 1e9;
        if (said.contains("could not be loaded")) {
            throw new IllegalStateException(said);
        }
        return seconds;
    }

    void down() throws IOException, InterruptedException {
        command("down");
    }

    /** What {@code up} has started but not yet written down goes with it. */
    private void stop() {
        Process starting = command;
        if (starting != null) {
            starting.descendants().forEach(ProcessHandle::destroy);
            starting.destroy();
        }
        try {
            down();
        } catch (IOException | IllegalStateException e) {
            System.err.println("The measured suite may still run (" + data + "): " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    PortalClient portal() throws IOException {
        return new PortalClient(
                addresses.portal(),
                Files.readString(data.resolve("secrets/local-token-secret")).strip());
    }

    /** Of {@link #PROCESSES}, as its file in the data says; empty if it does not run. */
    Optional<ProcessHandle> process(String name) throws IOException {
        Path file = data.resolve("run").resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(BLANK.split(Files.readString(file).strip(), -1)[0]);
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private String command(String... words) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of("bash", home.resolve("koalition").toString()));
        line.addAll(List.of(words));
        // Not a pipe, which what stays in the background would keep open.
        Path said = Files.createTempFile(home.resolve("system-tests/target"), "said", "");
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().put("KOALITION_DATA", data.toString());
            Process started = builder.redirectOutput(said.toFile()).start();
            command = started;
            int exit = started.waitFor();
            command = null;
            String text = Files.readString(said);
            if (exit != 0) {
                throw new IllegalStateException("./koalition " + String.join(" ", words) + ": " + text);
            }
            return text;
        } finally {
            Files.delete(said);
        }
    }
}

package se.koalition.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.koalition.load.floor.FloorApplication;

/** The floor's process: with the libraries of meeting-service and the very flags that one runs with. */
final class Floor {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Addresses addresses;
    private final Process process;
    private final Path log;

    Floor(Stack stack, Path home) throws IOException {
        addresses = stack.addresses();
        log = home.resolve("system-tests/target/load-floor.log");
        ProcessHandle service = stack.process("meeting-service").orElseThrow();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(service));
        command.add("-cp");
        command.add(System.getProperty("load.floor.classpath"));
        command.add(FloorApplication.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("SPRING_APPLICATION_JSON", """
                {"server.address": "127.0.0.1", "server.port": %d, "spring.threads.virtual.enabled": true,
                 "spring.main.banner-mode": "off", "floor.store": "%s"}
                """.formatted(addresses.floor().getPort(), addresses.store()));
        process = builder.redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** All but those of the start-up cache, which knows a service's own classes only. */
    private static List<String> flags(ProcessHandle service) {
        return Arrays.stream(service.info().arguments().orElseThrow())
                .filter(flag -> flag.startsWith("-X") || flag.startsWith("--"))
                .filter(flag -> !flag.contains("AOTCache") && !flag.startsWith("-Xlog"))
                .toList();
    }

    void awaitReady(Clients clients) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                clients.send(HttpRequest.newBuilder(addresses.floor().resolve("/bytes"))
                        .build());
                return;
            } catch (ConnectException notYet) {
                Thread.sleep(Duration.ofMillis(100));
            }
        }
        throw new IllegalStateException("The floor does not start: see " + log);
    }

    /** The same bytes as the portal answers. */
    void keep(byte[] bytes, Clients clients) throws IOException, InterruptedException {
        clients.send(HttpRequest.newBuilder(addresses.floor().resolve("/bytes"))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }
}

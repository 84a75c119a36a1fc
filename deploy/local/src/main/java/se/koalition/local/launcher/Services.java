package se.koalition.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The services' processes: started together, each told of when it dies, none taking another with it. */
final class Services {

    private static final int LAST_LINES = 12;
    private static final int LOG_TAIL_BYTES = 64 * 1024;

    private final ServiceCommand command;
    private final Console console;
    private final Map<Service, ServiceProcess> running = new EnumMap<>(Service.class);
    private final Map<Service, CompletableFuture<Boolean>> ready = new EnumMap<>(Service.class);
    private volatile boolean stopping;

    Services(ServiceCommand command, Console console) {
        this.command = command;
        this.console = console;
    }

    /** Starts what does not run, without waiting for it; returns what that is. */
    synchronized List<Service> launchDead() {
        List<Service> dead = Arrays.stream(Service.values())
                .filter(service -> {
                    ServiceProcess process = running.get(service);
                    return process == null || !process.isAlive();
                })
                .toList();
        if (!stopping) {
            dead.forEach(this::launch);
        }
        return dead;
    }

    private void launch(Service service) {
        ServiceProcess process = ServiceProcess.start(service, command);
        running.put(service, process);
        ready.put(
                service, CompletableFuture.supplyAsync(() -> awaitReady(service, process), Thread::startVirtualThread));
    }

    /** Waits for these; returns whether all became ready. */
    boolean awaitReady(Collection<Service> launched) {
        List<CompletableFuture<Boolean>> waiting;
        synchronized (this) {
            waiting = launched.stream()
                    .map(service -> ready.getOrDefault(service, CompletableFuture.completedFuture(false)))
                    .toList();
        }
        return waiting.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
    }

    private boolean awaitReady(Service service, ServiceProcess process) {
        double seconds = process.awaitReady();
        if (seconds < 0) {
            if (!stopping) {
                tell(service, process.isAlive() ? "is not ready after three minutes" : "did not start");
            }
            return false;
        }
        console.part(service.module(), seconds, command.ports().at(service).toString());
        process.whenItEnds(exit -> died(service, exit));
        return true;
    }

    /** Ctrl-C reaches the services before it reaches the one who would say that they are stopping. */
    private void died(Service service, int exit) {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!stopping) {
            tell(service, "has died (exit code " + exit + ")");
        }
    }

    private void tell(Service service, String what) {
        Path log = command.home().log(service.module());
        console.line("");
        console.line(service.module() + " " + what + "; ./koalition up starts it again, the others go on."
                + " The last lines of " + log + ":");
        tail(log).forEach(line -> console.line("    " + line));
    }

    static List<String> tail(Path log) {
        try {
            byte[] bytes = Files.readAllBytes(log);
            int from = Math.max(0, bytes.length - LOG_TAIL_BYTES);
            List<String> lines = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Stops all.
     *
     * @param atOnce how many together: writing the caches of all at once takes more memory than some machines have
     */
    void stop(Duration patience, int atOnce) {
        stopping = true;
        List<ServiceProcess> processes;
        synchronized (this) {
            processes = List.copyOf(running.values());
        }
        try (ExecutorService stoppers = Executors.newFixedThreadPool(atOnce)) {
            processes.forEach(process -> stoppers.execute(() -> process.stop(patience)));
        }
    }
}

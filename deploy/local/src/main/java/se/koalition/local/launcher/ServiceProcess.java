package se.koalition.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

/** One running service. Its output goes straight to its log, so that it outlives a launcher that is killed. */
final class ServiceProcess {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final long LOG_BYTES = 10 * 1024 * 1024;

    private final Service service;
    private final Process process;
    private final PidFile pidFile;
    private final Ports ports;
    private final long startedAt = System.nanoTime();

    private ServiceProcess(Service service, Process process, PidFile pidFile, Ports ports) {
        this.service = service;
        this.process = process;
        this.pidFile = pidFile;
        this.ports = ports;
    }

    static ServiceProcess start(Service service, ServiceCommand command) {
        Home home = command.home();
        Path log = home.log(service.module());
        try {
            if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Process process = command.of(service)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            PidFile pidFile = new PidFile(home.run(service.module()));
            pidFile.write(process.toHandle());
            return new ServiceProcess(service, process, pidFile, command.ports());
        } catch (IOException e) {
            throw new Stop(service.module() + " cannot be started: " + e.getMessage() + ".");
        }
    }

    /** Waits until the service is ready; returns in how many seconds it was, or a negative number if it never was. */
    double awaitReady() {
        while (process.isAlive() && seconds() < TO_START.toSeconds()) {
            if (Health.ready(ports.at(service))) {
                return seconds();
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return -1;
            }
        }
        return -1;
    }

    private double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    void whenItEnds(Consumer<Integer> told) {
        process.onExit().thenAccept(ended -> told.accept(ended.exitValue()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop(Duration patience) {
        PidFile.end(process.toHandle(), patience);
        pidFile.forget();
    }
}

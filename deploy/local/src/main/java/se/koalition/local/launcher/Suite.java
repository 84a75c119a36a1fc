package se.koalition.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that runs: the servers in this process, the services beside it. */
final class Suite {

    static final Duration TO_STOP = Duration.ofSeconds(20);
    static final String INCOMPLETE = "Not all parts run; ./koalition up starts those that do not.";

    /** Referred to from here, for a lock that is garbage is released. */
    private static volatile @Nullable FileLock claimed;

    private final ServiceCommand command;
    private final Home home;
    private final Console console;
    private final Services services;
    private volatile @Nullable Servers servers;
    private volatile @Nullable Control control;

    Suite(ServiceCommand command, Console console) {
        this.command = command;
        this.home = command.home();
        this.console = console;
        this.services = new Services(command, console);
    }

    /** Locks these data for as long as this process lives; returns false if another process has them. */
    static boolean claim(Home home) {
        try {
            FileChannel file = FileChannel.open(home.run("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            claimed = file.tryLock();
            return claimed != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends services whose launcher was killed: they have lost store and broker. */
    static boolean endOrphans(Home home) {
        List<Service> orphans = Arrays.stream(Service.values())
                .filter(service -> new PidFile(home.run(service.module())).end(TO_STOP))
                .toList();
        return !orphans.isEmpty();
    }

    /** Starts all; returns whether all became ready. */
    boolean start() {
        if (endOrphans(home)) {
            console.line("Ended services that a killed launcher had left behind.");
        }
        Memory.requireEnough(Path.of("/proc/meminfo"));
        command.ports().requireFree();
        Running.forget(home);
        Running.launcher(home).write(ProcessHandle.current());
        servers = Servers.start(home, command.ports(), console, services::launchDead);
        String secret = command.secrets().localToken();
        Control listening = Control.start(secret, this::startDead);
        control = listening;
        new Running(command.ports().offset(), listening.port(), secret).write(home);
        return services.awaitReady(List.of(Service.values()));
    }

    private void startDead(PrintStream listener) {
        console.listen(listener);
        try {
            List<Service> dead = services.launchDead();
            if (dead.isEmpty()) {
                listener.println("Koalition is running already; ./koalition status shows its parts.");
            } else if (!services.awaitReady(dead)) {
                listener.println(INCOMPLETE);
            }
        } finally {
            console.leave(listener);
        }
    }

    /**
     * Stops all: the services first, which need the servers to the end.
     *
     * @param atOnce how many services together
     */
    void stop(Duration patience, int atOnce) {
        Control listening = control;
        if (listening != null) {
            listening.close();
        }
        services.stop(patience, atOnce);
        Servers started = servers;
        if (started != null) {
            started.close();
            console.line("Stopped.");
        }
        Running.launcher(home).forget();
    }
}

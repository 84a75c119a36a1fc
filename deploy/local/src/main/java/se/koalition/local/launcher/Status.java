package se.koalition.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code status}: which parts are well, and what they hold of the machine's memory. */
record Status(Home home, Console console) {

    /** A process's share (PSS): what several of them hold together is counted once. */
    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    int run() {
        Optional<Running> running = Running.last(home);
        if (running.isEmpty()) {
            console.line("Koalition is not running: ./koalition up starts it.");
            return 1;
        }
        Ports ports = new Ports(running.get().offset());
        boolean healthy = true;
        long total = resident(Running.launcher(home));
        console.line("  %-21s %-8s %6d MiB".formatted("launcher", total > 0 ? "healthy" : "down", total));
        for (var server : ports.servers().entrySet()) {
            healthy &= part(server.getKey(), Ports.answers(server.getValue()), 0, "127.0.0.1:" + server.getValue());
        }
        for (Service service : Service.values()) {
            long mib = resident(new PidFile(home.run(service.module())));
            total += mib;
            healthy &= part(
                    service.module(),
                    Health.ready(ports.at(service)),
                    mib,
                    ports.at(service).toString());
        }
        console.line("  %-21s %-8s %6d MiB".formatted("together", "", total));
        return healthy ? 0 : 1;
    }

    private boolean part(String name, boolean healthy, long mib, String address) {
        String memory = mib > 0 ? mib + " MiB" : "";
        console.line("  %-21s %-8s %10s   %s".formatted(name, healthy ? "healthy" : "down", memory, address));
        return healthy;
    }

    /** In MiB; 0 where the process is gone or the system does not tell. */
    private static long resident(PidFile pidFile) {
        return pidFile.process().map(Status::resident).orElse(0L);
    }

    private static long resident(ProcessHandle process) {
        try {
            Matcher line = SHARE.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup")));
            return line.find() ? Long.parseLong(line.group(1)) / 1024 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}

package se.koalition.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import se.koalition.local.demo.Demo;
import se.koalition.local.portal.PortalClient;

/** {@code up}: starts the suite and stays, or has the suite that runs already start what is dead. */
record Up(Home home, Arguments arguments, Console console) {

    private static final Duration DEMO_PATIENCE = Duration.ofMinutes(2);

    int run() throws InterruptedException {
        long from = System.nanoTime();
        if (!Suite.claim(home)) {
            return ask();
        }
        Ports ports = new Ports(arguments.portOffset());
        Secrets secrets = Secrets.in(home.file("secrets"));
        Suite suite = new Suite(new ServiceCommand(home, ports, secrets, false), console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> suite.stop(Suite.TO_STOP, Service.values().length)));
        boolean complete = suite.start();
        if (complete && !arguments.empty()) {
            loadDemo(ports, secrets);
        }
        welcome(ports, complete, (System.nanoTime() - from) / 1e9);
        new CountDownLatch(1).await();
        return 0;
    }

    private int ask() {
        Running running = Running.required(home);
        boolean[] complete = {true};
        try {
            Control.ask(running, line -> {
                console.line(line);
                complete[0] &= !line.equals(Suite.INCOMPLETE);
            });
        } catch (IOException | UncheckedIOException e) {
            throw new Stop("Koalition is still starting or stopping: try again in a moment.");
        }
        return complete[0] ? 0 : 1;
    }

    private void loadDemo(Ports ports, Secrets secrets) {
        Path loaded = demoIsLoaded();
        if (Files.exists(loaded)) {
            return;
        }
        long from = System.nanoTime();
        try (PortalClient portal = new PortalClient(ports.at(Service.PORTAL), secrets.localToken())) {
            new Demo(portal, LocalDate.now(ZoneId.systemDefault()), DEMO_PATIENCE).load();
            Files.createFile(loaded);
            console.part("demo coalition", (System.nanoTime() - from) / 1e9, "loaded");
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            console.line("The demo coalition could not be loaded, the next ./koalition up tries again: "
                    + Optional.ofNullable(e.getMessage()).orElse(e.toString()));
        }
    }

    private Path demoIsLoaded() {
        return home.file("demo-is-loaded");
    }

    private void welcome(Ports ports, boolean complete, double seconds) {
        String mailbox = "http://localhost:" + ports.mailbox() + "/";
        console.line("");
        console.line("  Portal             " + ports.portal() + "/");
        console.line("  Mailbox            " + mailbox);
        console.line("  API documentation  " + ports.portal() + "/api/docs");
        console.line("");
        String coordinator = Files.exists(demoIsLoaded()) ? Demo.COORDINATOR + " (coordinator) or " : "";
        console.line("Sign in as " + coordinator + Demo.OPERATOR + " (operator): the link arrives in the mailbox.");
        console.line(complete ? "Ready after %.1f s. Ctrl-C stops everything.".formatted(seconds) : Suite.INCOMPLETE);
    }
}

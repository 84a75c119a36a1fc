package se.koalition.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import se.koalition.local.demo.Demo;
import se.koalition.local.portal.PortalClient;

/**
 * Runs the whole suite once on throw-away data, so that the JDK learns what each process loads and starts it from a
 * cache later. Done after a build, never on the data that people use.
 */
record Training(Home home, Console console) {

    /** Writing a cache of about 115 MB at the end of a process takes its time, and memory. */
    private static final Duration TO_WRITE = Duration.ofMinutes(4);

    private static final int WRITERS = 2;

    int run() throws IOException {
        home.deleteData();
        home.prepared();
        for (Service service : Service.values()) {
            Files.deleteIfExists(home.aotCache(service));
        }
        Ports ports = Ports.free();
        Secrets secrets = Secrets.in(home.file("secrets"));
        Suite suite = new Suite(new ServiceCommand(home, ports, secrets, true), console);
        try {
            if (!suite.start()) {
                throw new Stop("The training run failed: its logs are in " + home.logs() + ".");
            }
            use(ports, secrets);
        } finally {
            suite.stop(TO_WRITE, WRITERS);
        }
        home.deleteData();
        return 0;
    }

    private static void use(Ports ports, Secrets secrets) throws IOException {
        try (PortalClient portal = new PortalClient(ports.at(Service.PORTAL), secrets.localToken())) {
            new Demo(portal, LocalDate.now(ZoneId.systemDefault()), Duration.ofMinutes(2)).load();
            String coalition = "/coalitions/" + Demo.id("coalition");
            for (String path : new String[] {"/", coalition, "/api/coalitions", "/api" + coalition, "/sign-in"}) {
                for (String language : new String[] {"sv", "en"}) {
                    portal.get(path, Map.of("Accept-Language", language));
                }
            }
        }
    }
}

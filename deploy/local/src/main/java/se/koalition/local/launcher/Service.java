package se.koalition.local.launcher;

import java.util.Arrays;
import java.util.Locale;

/** The suite's own processes, in the order in which they are shown. */
enum Service {
    PORTAL(8080),
    ACTOR(8081),
    MEETING(8082),
    INSIGHT(8083),
    NOTIFICATION(8084);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** The word in {@code koalition.services}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its module, database and log. */
    String module() {
        return key() + "-service";
    }

    /** Whom a token must name to be taken there. */
    String audience() {
        return this == PORTAL ? "portal" : module();
    }

    static Service named(String name) {
        return Arrays.stream(values())
                .filter(service -> name.equals(service.module()) || name.equals(service.key()))
                .findFirst()
                .orElseThrow(() -> new Stop("There is no service " + name + ": choose one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Service::module).toList())
                        + "."));
    }
}

package se.koalition.local.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.koalition.local.demo.Demo;
import se.koalition.local.portal.PortalClient;

/** The program behind {@code ./koalition}. */
public final class Launcher {

    private static final Duration TO_STOP_ALL = Duration.ofSeconds(60);

    private static final String HELP = """
            ./koalition up [--background] [--empty] [--port-offset N]
                                  starts everything; --empty leaves the demo coalition out
            ./koalition down      stops everything; the data stay
            ./koalition status    which parts are healthy (exit code 0 only if all are)
            ./koalition logs [PART]
                                  the last lines of every log, or of one part's
            ./koalition reset [--yes]
                                  deletes the data
            ./koalition token EMAIL [AUDIENCE]
                                  a bearer token of a member, or of operator@koalition.example, for curl
            ./koalition resync SERVICE
                                  lets a service send the state of everything it owns again
            ./koalition dead-letters [SERVICE]
                                  what consumers could not read
            ./koalition replay [SERVICE]
                                  lets consumers try their dead letters again
            ./koalition load      measures speed and memory
            """;

    private final Home home;
    private final Arguments arguments;
    private final Console console;

    private Launcher(Home home, Arguments arguments, Console console) {
        this.home = home;
        this.arguments = arguments;
        this.console = console;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] typed) throws Exception {
        Console console = new Console(System.out);
        int exit;
        try {
            Arguments arguments = Arguments.parse(typed);
            Home home = Home.ofProcess();
            System.setProperty("koalition.logs", home.logs().toString());
            exit = new Launcher(home, arguments, console).run();
        } catch (Stop e) {
            System.err.println(e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private int run() throws Exception {
        Operations operations = new Operations(home, console);
        return switch (arguments.command()) {
            case "up" -> new Up(home.prepared(), arguments, console).run();
            case "down" -> down();
            case "status" -> new Status(home, console).run();
            case "logs" -> logs();
            case "reset" -> reset();
            case "token" ->
                operations.token(
                        arguments.word(0, "an email address"),
                        arguments.words().size() > 1 ? arguments.word(1, "") : "portal");
            case "resync" -> operations.resync(Service.named(arguments.word(0, "the name of a service")));
            case "dead-letters" -> operations.deadLetters(services());
            case "replay" -> operations.replay(services());
            case "demo" -> demo();
            case "train" -> new Training(home, console).run();
            case "help" -> {
                console.line(HELP);
                yield 0;
            }
            default -> throw new Stop("There is no command " + arguments.command() + ": ./koalition help lists them.");
        };
    }

    private List<Service> services() {
        return arguments.words().isEmpty()
                ? List.of(Service.values())
                : List.of(Service.named(arguments.words().getFirst()));
    }

    private int down() {
        Optional<ProcessHandle> launcher = Running.launcher(home).process();
        launcher.ifPresent(process -> PidFile.end(process, TO_STOP_ALL));
        boolean orphans = Suite.endOrphans(home);
        Running.launcher(home).forget();
        Running.forget(home);
        console.line(launcher.isPresent() || orphans ? "Stopped." : "Koalition is not running.");
        return 0;
    }

    private int logs() {
        Set<String> known = new Ports(0).all().keySet();
        Collection<String> parts = arguments.words().isEmpty() ? known : arguments.words();
        parts.stream().filter(part -> !known.contains(part)).findFirst().ifPresent(unknown -> {
            throw new Stop("There is no part " + unknown + "; there are " + String.join(", ", known) + ".");
        });
        for (Path log : parts.stream().map(home::log).distinct().toList()) {
            if (Files.exists(log)) {
                console.line("==> " + log);
                Services.tail(log).forEach(console::line);
            } else if (!arguments.words().isEmpty()) {
                throw new Stop("There is no log " + log + " yet.");
            }
        }
        return 0;
    }

    private int reset() throws IOException {
        if (Running.launcher(home).process().isPresent()) {
            throw new Stop("Koalition is running: stop it with ./koalition down first.");
        }
        if (!arguments.yes()) {
            console.line("Delete all data in " + home.data() + "? Type yes to do it.");
            String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (answer == null || !answer.strip().equals("yes")) {
                throw new Stop("Nothing is deleted.");
            }
        }
        Suite.endOrphans(home);
        home.deleteData();
        console.line("Deleted.");
        return 0;
    }

    /** Loads the demo again, which changes nothing where it is loaded. */
    private int demo() {
        Ports ports = new Ports(Running.required(home).offset());
        String secret = Secrets.in(home.file("secrets")).localToken();
        try (PortalClient portal = new PortalClient(ports.at(Service.PORTAL), secret)) {
            new Demo(portal, LocalDate.now(ZoneId.systemDefault()), Duration.ofMinutes(1)).load();
        }
        console.line("Loaded.");
        return 0;
    }
}

package se.koalition.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.koalition.local.portal.PortalClient;

/** The program behind {@code ./koalition load}: measures, judges nothing, and prints one table. */
public final class Load {

    private static final long TO_STOP_SECONDS = 20;

    private final Options options;
    private final Path home;
    private final Progress progress;
    private final Table table = new Table();
    private final Clients clients = new Clients();

    private Load(Options options, Path home, Progress progress) {
        this.options = options;
        this.home = home;
        this.progress = progress;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] typed) throws Exception {
        // Figures with a point, wherever this runs.
        Locale.setDefault(Locale.ROOT);
        Options options;
        try {
            options = Options.parse(typed);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        new Load(options, Path.of(System.getProperty("koalition.home")), new Progress(System.out)).run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Stack stack = new Stack(home, Addresses.free());
        Addresses addresses = stack.addresses();
        StartUp start = new StartUp(stack, progress, table);
        Footprint footprint = start.measure(!options.quick());
        Floor floor = new Floor(stack, home);
        floor.awaitReady(clients);
        stopMails(stack);
        try (PortalClient portal = stack.portal();
                Backlog backlog = new Backlog(addresses.broker())) {
            new Reads(addresses, clients, options, progress, table).measure(portal, floor);
            progress.step("Scheduling %,d meetings in a coalition of their own".formatted(Ground.MEETINGS + 1));
            Ground ground = new GroundWork(addresses, new Persistent(portal), clients, backlog).make();
            double capacity = new Commands(stack, clients, backlog, options, progress, table).measure(ground);
            new Visibility(addresses, clients, backlog, options, progress, table).measure(ground, capacity);
        }
        start.afterLoad(footprint);
        explain();
        progress.step("Done.");
        progress.print("\n" + table + "\n");
    }

    /** A thousand meetings invite everybody: their mails are no part of what is measured. */
    private void stopMails(Stack stack) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        progress.step("Stopping notification-service");
        ProcessHandle mails = stack.process("notification-service").orElseThrow();
        mails.destroy();
        mails.onExit().get(TO_STOP_SECONDS, TimeUnit.SECONDS);
    }

    private void explain() {
        table.note("notification-service is stopped before everything but start and memory, so that no mail is"
                + " measured; the last row has it as it was before.");
        table.note("Ratio: ours divided by the floor; of times, less is better. Throughput: median of "
                + options.rounds() + " rounds of " + options.round().toSeconds()
                + " s in turn with the floor (least-most), after a warm-up of "
                + options.warmUp().toSeconds() + " s (longer if it was short of "
                + options.warmUpRequests() + " requests) each; percentiles over all rounds.");
        table.note("Load generator (Java's HttpClient on virtual threads), store, broker, services and floor share this"
                + " machine: %d cores, load average %.1f at the end, JDK %d."
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                Runtime.version().feature()));
    }
}

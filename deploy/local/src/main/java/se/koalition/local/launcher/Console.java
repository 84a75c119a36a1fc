package se.koalition.local.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What people read while the suite starts and runs. A second {@code up} listens in. */
final class Console {

    private final List<PrintStream> outs = new CopyOnWriteArrayList<>();

    Console(PrintStream out) {
        outs.add(out);
    }

    void listen(PrintStream out) {
        outs.add(out);
    }

    void leave(PrintStream out) {
        outs.remove(out);
    }

    synchronized void line(String text) {
        outs.forEach(out -> {
            out.println(text);
            out.flush();
        });
    }

    void part(String name, double seconds, String address) {
        line(String.format(Locale.ROOT, "  %-21s %5.1f s   %s", name, seconds, address));
    }

    <T> T timed(String name, int port, Supplier<T> start) {
        long from = System.nanoTime();
        T started = start.get();
        part(name, (System.nanoTime() - from) / 1e9, "127.0.0.1:" + port);
        return started;
    }
}

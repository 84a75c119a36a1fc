package se.koalition.load;

import java.io.PrintStream;
import java.util.Locale;

/** What people read while it measures, and the table at the end. */
final class Progress {

    private final PrintStream out;
    private final long from = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** A line with the time since the start. */
    synchronized void step(String text) {
        out.printf(Locale.ROOT, "[%4d s] %s%n", (System.nanoTime() - from) / 1_000_000_000, text);
        out.flush();
    }

    synchronized void print(String text) {
        out.println(text);
        out.flush();
    }
}

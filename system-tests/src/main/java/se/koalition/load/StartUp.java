package se.koalition.load;

import java.io.IOException;
import java.util.Locale;

/** How long {@code ./koalition up --background} takes, and what all processes hold together. */
record StartUp(Stack stack, Progress progress, Table table) {

    private static final String AIM = "<= 15 s";

    /** Starts the suite and lets it run; returns what it holds with the demo loaded. */
    Footprint measure(boolean twice) throws IOException, InterruptedException {
        progress.step("Starting the suite on ports + %d, with empty data"
                .formatted(stack.addresses().offset()));
        double first = stack.up();
        progress.step("Ready after %.1f s, with the demo loaded".formatted(first));
        table.add(row("./koalition up --background, first start, demo loaded", first));
        if (twice) {
            stack.down();
            double second = stack.up();
            progress.step("Ready after %.1f s when started again".formatted(second));
            table.add(row("./koalition up --background, started again", second));
        }
        Footprint footprint = Footprint.of(stack);
        progress.step("Memory: %s".formatted(footprint));
        table.add(memory("memory (sum of PSS, 6 processes), just started", footprint));
        return footprint;
    }

    /** @param before with notification-service, which was stopped since */
    void afterLoad(Footprint before) throws IOException {
        Footprint footprint = Footprint.of(stack).with("notification-service", before);
        progress.step("Memory: %s".formatted(footprint));
        table.add(memory("memory (sum of PSS, 6 processes), after the load", footprint));
    }

    private static Row row(String measure, double seconds) {
        return new Row(measure, String.format(Locale.ROOT, "%.1f s", seconds), Row.NONE, Row.NONE, AIM);
    }

    private static Row memory(String measure, Footprint footprint) {
        return new Row(measure, footprint.gib(), Row.NONE, Row.NONE, "<= 1.70 GiB");
    }
}

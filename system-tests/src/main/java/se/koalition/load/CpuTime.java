package se.koalition.load;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the processes have used of the processors, which says where the time goes even on a busy machine. */
final class CpuTime {

    private final Stack stack;
    private final Map<String, Duration> used = new LinkedHashMap<>();
    private Map<String, Duration> start = Map.of();

    CpuTime(Stack stack) {
        this.stack = stack;
    }

    void start() throws IOException {
        start = now();
    }

    /** Adds what was used since the start. */
    void stop() throws IOException {
        now().forEach((name, end) ->
                used.merge(name, end.minus(start.getOrDefault(name, Duration.ZERO)), Duration::plus));
    }

    private Map<String, Duration> now() throws IOException {
        Map<String, Duration> now = new LinkedHashMap<>();
        for (String name : Stack.PROCESSES) {
            stack.process(name)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .ifPresent(duration -> now.put(name, duration));
        }
        ProcessHandle.current().info().totalCpuDuration().ifPresent(duration -> now.put("load generator", duration));
        return now;
    }

    /** In milliseconds for each of so many. */
    String each(long count) {
        StringBuilder text = new StringBuilder();
        used.forEach((name, duration) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(String.format(Locale.ROOT, " %.2f", duration.toNanos() / 1e6 / count)));
        return text + " ms";
    }
}

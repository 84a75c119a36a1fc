package se.koalition.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The suite's memory as proportional set size: what several processes share is counted once in all.
 *
 * @param kib of each process that runs
 */
record Footprint(Map<String, Long> kib) {

    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    static Footprint of(Stack stack) throws IOException {
        Map<String, Long> kib = new LinkedHashMap<>();
        for (String name : Stack.PROCESSES) {
            stack.process(name).ifPresent(process -> pss(process).ifPresent(held -> kib.put(name, held)));
        }
        return new Footprint(kib);
    }

    /** Unknown on systems that do not tell. */
    private static OptionalLong pss(ProcessHandle process) {
        try {
            Matcher line = PSS.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup")));
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** With a process as it was, in place of one that was stopped. */
    Footprint with(String name, Footprint earlier) {
        Map<String, Long> both = new LinkedHashMap<>(kib);
        both.putIfAbsent(name, earlier.kib.getOrDefault(name, 0L));
        return new Footprint(both);
    }

    String gib() {
        long sum = kib.values().stream().mapToLong(Long::longValue).sum();
        return kib.size() < Stack.PROCESSES.size()
                ? "not known"
                : String.format(Locale.ROOT, "%.2f GiB", sum / 1024.0 / 1024.0);
    }

    @Override
    public String toString() {
        StringBuilder parts = new StringBuilder();
        kib.forEach((name, held) -> parts.append(parts.isEmpty() ? "" : ", ")
                .append(name)
                .append(' ')
                .append(held / 1024));
        return parts + " MiB";
    }
}

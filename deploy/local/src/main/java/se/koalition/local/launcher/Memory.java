package se.koalition.local.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory the machine, or the container, still has to give. */
final class Memory {

    private static final long NEEDED_MIB = 2048;
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    private Memory() {}

    static void requireEnough(Path meminfo) {
        long mib = Math.min(available(meminfo).orElse(Long.MAX_VALUE), total());
        if (mib < NEEDED_MIB) {
            throw new Stop(String.format(
                    Locale.ROOT,
                    "Koalition needs 2 GiB of free memory and there is %.1f GiB: close other programs or give the"
                            + " machine more.",
                    mib / 1024.0));
        }
    }

    /** In MiB; unknown on systems that do not tell. */
    private static OptionalLong available(Path meminfo) {
        try {
            Matcher line = AVAILABLE.matcher(Files.readString(meminfo));
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) / 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** In MiB; what a container is limited to, if it is. */
    private static long total() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getTotalMemorySize()
                / (1024 * 1024);
    }
}

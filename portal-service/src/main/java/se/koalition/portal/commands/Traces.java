package se.koalition.portal.commands;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** W3C Trace Context §3.2: a command that comes without a trace begins one here. */
final class Traces {

    static final String HEADER = "traceparent";

    private static final Pattern VALID = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traces() {}

    static boolean valid(String trace) {
        return VALID.matcher(trace).matches();
    }

    static String fresh() {
        byte[] random = new byte[24];
        ThreadLocalRandom.current().nextBytes(random);
        // An id of zeros alone would be none.
        random[0] |= 1;
        random[16] |= 1;
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(random, 0, 16) + "-" + hex.formatHex(random, 16, 24) + "-01";
    }
}

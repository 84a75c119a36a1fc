package se.koalition.actor.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.net.IDN;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a web site that anyone may follow: nothing but http and https, a host with a dot in its name, nobody's
 * password in it.
 *
 * @param text as it was written; letters beyond ASCII are fine in the host's name too
 */
public record WebAddress(String text) {

    public static final String EXPECTED = "must be a web address such as https://www.malmo.se";

    private static final int MAX = 500;
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#@:\\\\\\s\\p{Cntrl}]+)(:\\d{1,5})?([/?#].*)?");

    /** Empty for what is none. */
    public static Optional<WebAddress> of(String written) {
        String text = written.strip();
        return text.length() <= MAX && leadsSomewhere(text) ? Optional.of(new WebAddress(text)) : Optional.empty();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WebAddress read(String written) {
        return of(written).orElseThrow(() -> new IllegalArgumentException(EXPECTED));
    }

    private static boolean leadsSomewhere(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        try {
            String host = IDN.toASCII(parts.group(2), IDN.USE_STD3_ASCII_RULES);
            String port = parts.group(3) == null ? "" : parts.group(3);
            String rest = parts.group(4) == null ? "" : parts.group(4);
            return host.contains(".")
                    && URI.create("https://" + host + port + rest).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

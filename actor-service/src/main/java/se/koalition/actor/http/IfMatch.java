package se.koalition.actor.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which version of an aggregate a caller means to change (RFC 9110 §13.1.1). */
public final class IfMatch {

    // A proxy that compresses marks an ETag as weak; the version it names is the same.
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private IfMatch() {}

    /** The caller did not say which version they mean, where two who edit at once must not overwrite each other. */
    static final class Missing extends RuntimeException {
        Missing() {
            super("Send If-Match with the ETag of the version that you read.");
        }
    }

    /** The version, or {@code null} if the caller wants any. */
    public static @Nullable Long required(@Nullable String header) {
        if (header == null) {
            throw new Missing();
        }
        return optional(header);
    }

    /** The version, or {@code null} if any will do. */
    public static @Nullable Long optional(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        Matcher version = VERSION.matcher(header);
        if (!version.matches()) {
            throw new InvalidInput("If-Match", "must be one ETag, such as \"3\", or *", FaultCode.HEADER);
        }
        return Long.valueOf(version.group(1));
    }
}

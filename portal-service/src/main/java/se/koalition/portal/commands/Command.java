package se.koalition.portal.commands;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to its owner.
 *
 * @param path with the query, as the owner knows it
 * @param headers those that are handed on
 */
public record Command(String method, String path, Map<String, List<String>> headers, Body body) {

    /** The bytes and what they are. */
    public static final class Body {
        private final byte[] bytes;
        private final @Nullable String contentType;

        public Body(byte[] bytes, @Nullable String contentType) {
            this.bytes = bytes;
            this.contentType = contentType;
        }

        byte[] bytes() {
            return bytes;
        }

        @Nullable String contentType() {
            return contentType;
        }
    }

    /** Sending it twice does no harm: the key becomes the id of what it creates. */
    boolean repeatable() {
        return headers.containsKey("Idempotency-Key");
    }
}

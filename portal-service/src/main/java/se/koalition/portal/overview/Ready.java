package se.koalition.portal.overview;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An overview with its bytes, for members and for everyone. */
public final class Ready {

    /** One face, ready to be sent. */
    public static final class Face {
        private final Overview overview;
        private final byte[] bytes;
        private final String etag;

        private Face(long version, Overview overview, byte[] bytes) {
            this.overview = overview;
            this.bytes = bytes;
            this.etag = Ready.etag(version, bytes);
        }

        public Overview overview() {
            return overview;
        }

        /** Not to be changed: they are sent to many. */
        public byte[] bytes() {
            return bytes;
        }

        public String etag() {
            return etag;
        }
    }

    private final Set<String> members;
    private final Face inner;
    private final Face outer;

    private Ready(Set<String> members, Face inner, Face outer) {
        this.members = members;
        this.inner = inner;
        this.outer = outer;
    }

    static Ready of(Builder.Built built, JsonMapper json) {
        return new Ready(
                built.members(),
                face(built.version(), built.forMembers(), json),
                face(built.version(), built.forEveryone(), json));
    }

    private static Face face(long version, Overview overview, JsonMapper json) {
        return new Face(version, overview, json.writeValueAsBytes(overview));
    }

    /** A strong ETag of the content itself, so that all replicas of the portal give the same. */
    public static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The ETag of a single aggregate begins with its version: sent back as If-Match with a command it means that
     * version, whatever else the answer showed.
     */
    public static String etag(long version, byte[] bytes) {
        return "\"" + version + "-" + etag(bytes).substring(1);
    }

    /** @param memberId who asks, null for a visitor */
    public Face faceFor(@Nullable String memberId) {
        return isMember(memberId) ? inner : outer;
    }

    public boolean isMember(@Nullable String memberId) {
        return memberId != null && members.contains(memberId);
    }
}

package se.koalition.actor.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sends a command, as the portal vouches for it.
 *
 * @param id the member's id, or an id made of the operator's address
 * @param operator whether they run the installation
 */
public record Caller(String id, boolean operator) {

    public static Caller of(Jwt token) {
        return new Caller(
                Optional.ofNullable(token.getSubject()).orElseThrow(),
                Boolean.TRUE.equals(token.<@Nullable Boolean>getClaim("operator")));
    }

    /** Somebody unknown, for whom the portal asks after its own checks. */
    public boolean visitor() {
        return id.equals("visitor");
    }

    /** Tells one request from another: the same caller with the same content. */
    public String digest(Object content) {
        return Digest.sha256(id + "\n" + content);
    }
}

package se.koalition.portal.pages.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.settings.Settings;

/**
 * The links in invitations by which a member answers without signing in:
 * {@code base64url(meeting:member:revision).base64url(HMAC-SHA256 of the first part)}. notification-service signs them
 * with the same secret.
 */
@Component
class AnswerLinks {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec secret;

    AnswerLinks(Settings settings) {
        this.secret = new SecretKeySpec(settings.linkSecret().getBytes(UTF_8), "HmacSHA256");
    }

    /** What a link lets its holder do: answer for this member, as long as the meeting stays at this revision. */
    record Link(String meetingId, String memberId, long revision) {}

    /** Empty for what this installation did not sign. */
    Optional<Link> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > 300) {
            return Optional.empty();
        }
        String content = token.substring(0, dot);
        byte[] given = token.substring(dot + 1).getBytes(UTF_8);
        return MessageDigest.isEqual(sign(content).getBytes(UTF_8), given)
                ? Optional.ofNullable(parse(new String(Base64.getUrlDecoder().decode(content), UTF_8)))
                : Optional.empty();
    }

    private static @Nullable Link parse(String text) {
        String[] parts = text.split(":", -1);
        return parts.length == 3 ? new Link(parts[0], parts[1], Long.parseLong(parts[2])) : null;
    }

    private String sign(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return ENCODER.encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}

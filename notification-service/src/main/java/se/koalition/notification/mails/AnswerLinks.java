package se.koalition.notification.mails;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import se.koalition.notification.directory.Meeting;

/**
 * Signs who answers which meeting, so that a link in a mail needs no sign-in. The portal checks the signature and asks
 * for a click before it takes the answer, because mail scanners open links too.
 */
@Component
class AnswerLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final MailSettings settings;

    AnswerLinks(MailSettings settings) {
        this.settings = settings;
    }

    String link(Meeting meeting, String memberId, String answer) {
        return settings.portalUrl() + "/answers/" + token(meeting, memberId) + "?answer=" + answer;
    }

    /** Names the revision too: who clicks in an old mail must not say yes to another day. */
    String token(Meeting meeting, String memberId) {
        String who = BASE64.encodeToString((meeting.id() + ":" + memberId + ":" + meeting.revision()).getBytes(UTF_8));
        return who + "." + BASE64.encodeToString(signature(who.getBytes(US_ASCII)));
    }

    private byte[] signature(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.linkSecret().getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}

package se.koalition.notification.mails;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What mails say about where they come from and lead to.
 *
 * @param portalUrl where links lead, without a slash at the end
 * @param mailFrom the sender's plain address, also the organiser of meetings
 * @param linkSecret signs the answer links; the portal has the same
 */
@ConfigurationProperties("koalition")
public record MailSettings(String portalUrl, String mailFrom, String linkSecret) {

    public MailSettings {
        if (!URI.create(portalUrl).isAbsolute() || portalUrl.endsWith("/")) {
            throw new IllegalArgumentException("koalition.portal-url must be absolute and not end with a slash.");
        }
        if (linkSecret.length() < 16) {
            throw new IllegalArgumentException("koalition.link-secret needs at least 16 characters.");
        }
        if (mailFrom.indexOf('@') < 1) {
            throw new IllegalArgumentException("koalition.mail-from must be a mail address.");
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "MailSettings[" + portalUrl + ", " + mailFrom + "]";
    }
}

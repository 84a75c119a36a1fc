package se.koalition.portal.settings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets under {@code koalition}.
 *
 * @param portalUrl where browsers find the portal, and the issuer in its tokens
 * @param linkSecret signs the answer links in mails; notification-service has the same
 * @param operators addresses of those who run the installation
 * @param localTokenSecret opens {@code POST /local/tokens}, which exists only on one machine
 * @param sessionLength how long a browser stays signed in without a visit
 */
@ConfigurationProperties("koalition")
public record Settings(
        String portalUrl,
        Services services,
        String linkSecret,
        List<String> operators,
        @Nullable String localTokenSecret,
        @DefaultValue("7d") Duration sessionLength) {

    /** Base URLs of the services behind. */
    public record Services(String actor, String meeting, String insight, String notification) {}

    public Settings {
        operators = operators.stream().map(Settings::normalise).toList();
        if (linkSecret.length() < 16) {
            throw new IllegalArgumentException("koalition.link-secret needs at least 16 characters.");
        }
    }

    public boolean isOperator(String email) {
        return operators.contains(normalise(email));
    }

    /** Whether the id is one that commands of an operator carry who is no member. */
    public boolean isOperatorId(String id) {
        return operators.stream().anyMatch(email -> operatorId(email).equals(id));
    }

    /** The id of an operator who is no member. */
    public static String operatorId(String email) {
        return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** How addresses are compared: a person is known by theirs, however it was typed. */
    public static String normalise(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

package se.koalition.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import se.koalition.local.portal.PortalClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a token for one audience; the tokens of a one-machine stack outlive the run.
 *
 * @param id the member's
 */
record Caller(String id, String token) {

    private static final Pattern DOT = Pattern.compile("\\.");

    /** Empty as long as the portal does not know the address. */
    static Optional<Caller> of(PortalClient portal, String email, String audience) throws IOException {
        return portal.token(email, audience).map(Caller::new);
    }

    private Caller(String token) {
        this(subject(token), token);
    }

    private static String subject(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(DOT.split(token, -1)[1]);
        return JsonMapper.shared().readTree(claims).path("sub").asString();
    }

    HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }
}

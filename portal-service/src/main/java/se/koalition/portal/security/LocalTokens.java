package se.koalition.portal.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.settings.Settings;

/** Hands out tokens without a sign-in, for trying things on one machine. Not there unless a secret is set. */
@RestController
@ConditionalOnProperty("koalition.local-token-secret")
class LocalTokens {

    private static final Duration LIFE = Duration.ofHours(1);

    private final Callers callers;
    private final Tokens tokens;
    private final byte[] secret;

    LocalTokens(Callers callers, Tokens tokens, Settings settings) {
        this.callers = callers;
        this.tokens = tokens;
        this.secret =
                Optional.ofNullable(settings.localTokenSecret()).orElseThrow().getBytes(UTF_8);
    }

    record Wanted(String email, @Nullable String audience) {}

    @PostMapping("/local/tokens")
    Map<String, String> token(@RequestHeader("X-Local-Secret") String given, @RequestBody Wanted wanted) {
        if (!MessageDigest.isEqual(secret, given.getBytes(UTF_8))) {
            throw Problem.forbidden("The secret is another.");
        }
        Caller caller = callers.byEmail(wanted.email())
                .orElseThrow(() -> Problem.notFound("No member and no operator has this address yet."));
        String audience = wanted.audience() == null ? "portal" : wanted.audience();
        return Map.of("token", tokens.mint(caller, audience, LIFE));
    }
}

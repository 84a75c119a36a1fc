package se.koalition.portal.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.koalition.portal.settings.Settings;

/** Says who calls, to one service and for a minute. */
@Component
public class Tokens {

    /** How long a token is good for. */
    private static final Duration LIFE = Duration.ofSeconds(60);
    /** Signing costs; a burst of commands by one caller may share a token that has most of its life left. */
    private static final Duration SHARED = Duration.ofSeconds(15);

    private final SigningKeys keys;
    private final Settings settings;
    private final Clock clock;
    private final Cache<Purpose, String> recent =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(SHARED).build();

    Tokens(SigningKeys keys, Settings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    private record Purpose(Caller caller, String audience) {}

    /** @param audience the service's name, or {@code portal} */
    public String mint(Caller caller, String audience) {
        return recent.get(new Purpose(caller, audience), p -> mint(caller, audience, LIFE));
    }

    String mint(Caller caller, String audience, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(settings.portalUrl())
                .audience(audience)
                .subject(caller.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
        if (caller.operator()) {
            claims.claim("operator", true);
        }
        if (caller.memberSequence() > 0) {
            claims.claim("member_sequence", caller.memberSequence());
        }
        SigningKeys.Ring ring = keys.today();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(ring.signing().getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new ECDSASigner(ring.signing()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The portal's own key does not sign", e);
        }
        return token.serialize();
    }
}

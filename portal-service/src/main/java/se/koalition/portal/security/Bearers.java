package se.koalition.portal.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import se.koalition.portal.settings.Settings;

/** Which bearer tokens the portal takes: its own, for itself. */
@Configuration
class Bearers {

    private static final List<String> OWN_NAMES = List.of("portal", "portal-service");

    @Bean
    JwtDecoder jwtDecoder(SigningKeys keys, Settings settings, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256,
                (selector, context) -> selector.select(keys.today().all())));
        // The claims are checked below, with the clock skew that Spring Security allows.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.portalUrl()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audience -> audience != null && audience.stream().anyMatch(OWN_NAMES::contains))));
        return new Remembering(decoder, clock);
    }

    /** A signature that was checked once need not be checked with every request of the same caller. */
    private static final class Remembering implements JwtDecoder {
        private final JwtDecoder decoder;
        private final Clock clock;
        private final Cache<String, Jwt> good = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();

        Remembering(JwtDecoder decoder, Clock clock) {
            this.decoder = decoder;
            this.clock = clock;
        }

        @Override
        public Jwt decode(String token) {
            Jwt known = good.getIfPresent(token);
            Instant expiry = known == null ? null : known.getExpiresAt();
            if (known != null && expiry != null && clock.instant().isBefore(expiry)) {
                return known;
            }
            Jwt jwt = decoder.decode(token);
            good.put(token, jwt);
            return jwt;
        }
    }
}

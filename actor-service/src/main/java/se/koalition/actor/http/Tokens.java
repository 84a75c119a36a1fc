package se.koalition.actor.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** What makes a token good: the portal's signature (ES256 only), its name as issuer, this service as audience. */
@Configuration
class Tokens {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            @Value("${koalition.portal-url}") String portal,
            @Value("${koalition.jwks-url:${koalition.portal-url}/oauth2/jwks}") String keys,
            @Value("${spring.application.name}") String service,
            Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .restOperations(keyClient())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(portal),
                new JwtClaimValidator<java.util.List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(service))));
        return new RememberedTokens(decoder, clock);
    }

    /** A portal that does not answer must not hold up every request: the breaker fails fast, then looks again. */
    static RestTemplate keyClient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        RestTemplate client = new RestTemplate(requests);
        CircuitBreaker breaker = CircuitBreaker.of(
                "portal-keys",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(5)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        client.getInterceptors().add((request, body, execution) -> {
            try {
                return breaker.executeCallable(() -> execution.execute(request, body));
            } catch (java.io.IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new java.io.IOException(e);
            }
        });
        return client;
    }
}

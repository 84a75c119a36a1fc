package se.koalition.insight.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTests {

    private final Clock clock = Clock.fixed(Instant.parse("2027-02-03T12:00:00Z"), ZoneOffset.UTC);
    private final AtomicInteger checks = new AtomicInteger();

    private Jwt check(String token) {
        checks.incrementAndGet();
        if (!token.startsWith("good")) {
            throw new BadJwtException("Bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .subject(token)
                .expiresAt(clock.instant().plusSeconds(token.endsWith("old") ? -1 : 60))
                .build();
    }

    @Test
    void aGoodTokenIsCheckedOnceUntilItExpires() {
        RememberedTokens tokens = new RememberedTokens(this::check, clock);

        assertThat(tokens.decode("good")).isSameAs(tokens.decode("good"));
        assertThat(checks).hasValue(1);
    }

    @Test
    void anExpiredOneIsCheckedAgain() {
        RememberedTokens tokens = new RememberedTokens(this::check, clock);

        tokens.decode("good, but old");
        tokens.decode("good, but old");

        assertThat(checks).hasValue(2);
    }

    @Test
    void aBadOneIsNeverRemembered() {
        RememberedTokens tokens = new RememberedTokens(this::check, clock);
        tokens.decode("good");

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("bad"));
        }
        assertThat(checks).hasValue(3);
    }

    @Test
    void itDoesNotGrowForEver() {
        RememberedTokens tokens = new RememberedTokens(this::check, clock);
        tokens.decode("good");
        for (int i = 0; i < 1_000; i++) {
            tokens.decode("good " + i);
        }

        tokens.decode("good");

        assertThat(checks).hasValue(1_002);
    }
}

package se.koalition.insight.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** A signature that was found good need not be checked again with the next command of the same caller. */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Jwt> good = new ConcurrentHashMap<>();

    RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.get(token);
        Instant expiry = known == null ? null : known.getExpiresAt();
        if (known != null && expiry != null && clock.instant().isBefore(expiry)) {
            return known;
        }
        Jwt jwt = decoder.decode(token);
        if (good.size() >= MOST) {
            good.clear();
        }
        good.put(token, jwt);
        return jwt;
    }
}

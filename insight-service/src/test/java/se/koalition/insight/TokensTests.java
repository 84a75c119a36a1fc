package se.koalition.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static se.koalition.insight.FakePortal.claims;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Only what the portal has signed for this service and for now opens it. */
class TokensTests extends RunningService {

    private static final String NOT_THERE = "/api/insights/" + newId();

    @AfterEach
    void thePortalIsBack() {
        PORTAL.comeBack();
    }

    private MvcTestResult with(String token, String path) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult with(String token) {
        return with(token, NOT_THERE);
    }

    private static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    static Stream<Arguments> bad() throws JOSEException {
        byte[] publicKey = FakePortal.newKey("portal").toECPublicKey().getEncoded();
        return Stream.of(
                Arguments.of("for another service", PORTAL.signed(claims("anna").audience("meeting-service"))),
                Arguments.of("for the portal", PORTAL.signed(claims("anna").audience("portal"))),
                Arguments.of("for nobody", PORTAL.signed(claims("anna").claim("aud", null))),
                Arguments.of("of another portal", PORTAL.signed(claims("anna").issuer("http://other.example"))),
                Arguments.of("of no portal", PORTAL.signed(claims("anna").issuer(null))),
                Arguments.of("of yesterday", PORTAL.signed(claims("anna").expirationTime(inSeconds(-86_400)))),
                Arguments.of("of tomorrow", PORTAL.signed(claims("anna").notBeforeTime(inSeconds(86_400)))),
                Arguments.of(
                        "with a key that calls itself the portal's",
                        FakePortal.signed(claims("anna"), FakePortal.newKey("portal"))),
                Arguments.of(
                        "with a key that nobody knows", FakePortal.signed(claims("anna"), FakePortal.newKey("other"))),
                Arguments.of(
                        "by a secret that is public",
                        FakePortal.signed(claims("anna"), JWSAlgorithm.HS256, "portal", new MACSigner(publicKey))),
                Arguments.of(
                        "by another algorithm",
                        FakePortal.signed(
                                claims("anna"),
                                JWSAlgorithm.RS256,
                                "portal",
                                new RSASSASigner(new RSAKeyGenerator(2048).generate()))),
                Arguments.of("unsigned", new PlainJWT(claims("anna").build()).serialize()),
                Arguments.of("cut off", PORTAL.signed(claims("anna")).replaceFirst("\\.[^.]*$", ".")),
                Arguments.of("no token at all", "anna"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadTokenOpensNothing(String name, String token) {
        refused(with(token), 401, "unauthorized");
    }

    @Test
    void whoHasNoTokenIsRefused() {
        refused(http.get().uri(NOT_THERE).exchange(), 401, "unauthorized");
        refused(http.post().uri("/api/insights").exchange(), 401, "unauthorized");
    }

    @Test
    void thePortalsTokenOpensTheServiceForItsMember() {
        coalitionOfTwo();
        String id = shared("coalition");

        assertThat(with(PORTAL.signed(claims(anna).claim("member_sequence", 1)), "/api/insights/" + id))
                .hasStatusOk();
        refused(with(PORTAL.signed(claims(newId())), "/api/insights/" + id), 403, "forbidden");
    }

    @Test
    void onlyOperatorsOperateAndEveryoneSeesTheHealth() {
        String member = PORTAL.signed(claims("anna"));
        String operator = PORTAL.signed(claims("operator").claim("operator", true));
        String pretender = PORTAL.signed(claims("anna").claim("operator", "true"));

        refused(with(member, "/actuator/deadletters"), 403, "forbidden");
        refused(with(pretender, "/actuator/deadletters"), 403, "forbidden");
        assertThat(with(operator, "/actuator/deadletters")).hasStatusOk();
        assertThat(with(operator, "/actuator/metrics")).hasStatusOk();
        refused(http.get().uri("/actuator/deadletters").exchange(), 401, "unauthorized");
        assertThat(http.get().uri("/actuator/health/liveness").exchange()).hasStatusOk();
    }

    @Test
    void whileThePortalIsAwayItsKnownKeysAreGood() {
        String token = PORTAL.signed(claims("anna"));
        refused(with(token), 404, "not-found");

        PORTAL.goAway();

        refused(with(token), 404, "not-found");
    }

    @Test
    void aTokenThatCannotBeCheckedWhileThePortalIsAwayIsAskedForAgainLater() {
        String token = FakePortal.signed(claims("anna"), FakePortal.newKey("new"));
        PORTAL.goAway();

        MvcTestResult result = with(token);

        refused(result, 503, "unavailable");
        assertThat(result).hasHeader("Retry-After", "2");
    }
}

package se.koalition.portal.joining;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import org.altcha.altcha.Altcha;
import tools.jackson.databind.json.JsonMapper;

/** Does what a browser does with a challenge. */
public final class Solving {

    private Solving() {}

    /** @param challenge as the API tells it */
    public static String solve(String challenge) throws Exception {
        return solve(JsonMapper.shared().readValue(challenge, Challenges.Challenge.class));
    }

    static String solve(Challenges.Challenge challenge) throws Exception {
        return text(challenge, number(challenge), challenge.salt());
    }

    static long number(Challenges.Challenge c) throws Exception {
        return Altcha.solveChallenge(c.challenge(), c.salt(), Altcha.Algorithm.SHA256, c.maxnumber(), 0).number;
    }

    static String text(Challenges.Challenge c, long number, String salt) {
        Map<String, Object> solution = Map.of(
                "algorithm",
                c.algorithm(),
                "challenge",
                c.challenge(),
                "number",
                number,
                "salt",
                salt,
                "signature",
                c.signature());
        return Base64.getEncoder()
                .encodeToString(JsonMapper.shared().writeValueAsString(solution).getBytes(UTF_8));
    }
}

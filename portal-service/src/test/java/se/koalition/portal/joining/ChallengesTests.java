package se.koalition.portal.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.data.mongodb.core.MongoOperations;
import se.koalition.portal.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

class ChallengesTests {

    private static Challenges challenges(Instant now, String secret) {
        Settings settings = new Settings(
                "p", new Settings.Services("a", "m", "i", "n"), secret, List.of(), null, Duration.ofDays(1));
        return new Challenges(
                Mockito.mock(MongoOperations.class, RETURNS_DEEP_STUBS),
                settings,
                JsonMapper.shared(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static boolean takes(Challenges taking, Challenges making) throws Exception {
        return taking.solved(Solving.solve(making.fresh()), "request");
    }

    @Test
    void aChallengeHasItsEnd() throws Exception {
        Challenges now = challenges(Instant.now(), "a secret of the tests");
        Challenges earlier = challenges(Instant.now().minus(Challenges.LIFE).minusSeconds(5), "a secret of the tests");

        assertThat(takes(now, now)).isTrue();
        assertThat(takes(now, earlier)).isFalse();
    }

    @Test
    void anotherInstallationsChallengeIsNotOurs() throws Exception {
        assertThat(takes(
                        challenges(Instant.now(), "a secret of the tests"),
                        challenges(Instant.now(), "a secret of other tests")))
                .isFalse();
    }

    /** The hash is of the salt and the number one after the other: digits that change sides leave it as it was. */
    @Test
    void digitsOfTheNumberPutOffNoEnd() throws Exception {
        Challenges earlier = challenges(Instant.now().minus(Challenges.LIFE).minusSeconds(5), "a secret of the tests");
        Challenges.Challenge over = earlier.fresh();
        String number = Long.toString(Solving.number(over));
        assertThat(number).hasSizeGreaterThan(1);

        String salt = over.salt() + number.charAt(0);
        long rest = Long.parseLong(number.substring(1));

        assertThat(challenges(Instant.now(), "a secret of the tests").solved(Solving.text(over, rest, salt), "request"))
                .isFalse();
    }

    @Test
    void anEndThatWasPutOffIsNotOurs() throws Exception {
        Challenges challenges = challenges(Instant.now(), "a secret of the tests");
        Challenges.Challenge made = challenges.fresh();
        long number = Solving.number(made);
        String later = made.salt()
                .replaceFirst(
                        "expires=\\d+",
                        "expires=" + Instant.now().plusSeconds(99999).getEpochSecond());

        assertThat(later).isNotEqualTo(made.salt());
        assertThat(challenges.solved(Solving.text(made, number, later), "request"))
                .isFalse();
        assertThat(challenges.solved(Solving.text(made, number + 1, made.salt()), "request"))
                .isFalse();
    }
}

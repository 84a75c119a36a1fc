package se.koalition.meeting.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The last answer counts, and saying it twice says it once. */
class AnswerTests {

    private static final Instant THEN = Instant.parse("2027-01-15T08:00:00Z");

    private static Answer answer(Answer.Choice choice, int revision, Instant at) {
        return new Answer("m:anna", "m", "anna", choice, revision, at);
    }

    private static final Answer YES = answer(Answer.Choice.YES, 0, THEN);

    @Test
    void aFirstAnswerIsGiven() {
        var decision = Objects.requireNonNull(YES.after(null));

        assertThat(decision.state()).isEqualTo(YES);
        assertThat(decision.fact()).isEqualTo(new Answer.Given("yes"));
    }

    @Test
    void theSameAnswerAgainIsNothingNew() {
        assertThat(answer(Answer.Choice.YES, 0, THEN.plusSeconds(5)).after(YES)).isNull();
    }

    @Test
    void anotherAnswerAndAnAnswerToAnotherTimeAreNew() {
        assertThat(answer(Answer.Choice.NO, 0, THEN).after(YES)).isNotNull();
        assertThat(answer(Answer.Choice.YES, 1, THEN).after(YES)).isNotNull();
    }

    @Test
    void onlyThreeWordsAreAnswers() {
        assertThat(Answer.Choice.read("maybe")).isEqualTo(Answer.Choice.MAYBE);
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.Choice.read("YES"));
    }
}

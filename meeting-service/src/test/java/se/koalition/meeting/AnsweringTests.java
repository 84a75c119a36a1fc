package se.koalition.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Answers over HTTP: who may give them, and what becomes of a second one. */
class AnsweringTests extends RunningService {

    private String meeting = "";

    @BeforeEach
    void aMeeting() {
        coalitionOfTwo();
        meeting = scheduled();
    }

    private void answered(MvcTestResult result, long sequence) {
        assertThat(result)
                .hasStatus(204)
                .hasHeader("X-Sequence", "answer:" + meeting + ":" + anna + ":" + sequence)
                .hasHeader("ETag", "\"" + sequence + "\"");
    }

    @Test
    void theLastAnswerCountsAndTheSameAgainIsNothingNew() {
        answered(as(anna, answer(meeting, anna, "yes")), 1);
        answered(as(anna, answer(meeting, anna, "yes")), 1);
        answered(as(anna, answer(meeting, anna, "no")), 2);
    }

    @Test
    void afterAMoveTheSameAnswerIsANewOne() {
        answered(as(anna, answer(meeting, anna, "yes")), 1);
        as(
                coordinator,
                post("/api/meetings/" + meeting + "/rescheduling", rescheduling(later))
                        .with("If-Match", "*"));

        answered(as(anna, answer(meeting, anna, "yes")), 2);
    }

    @Test
    void aCoordinatorMayAnswerForOthersAndNobodyElseMay() {
        String bo = newId();
        told(ToldEvent.representative(bo, 1, actor));

        answered(as(coordinator, answer(meeting, anna, "maybe")), 1);
        assertThat(as(bo, answer(meeting, anna, "no"))).hasStatus(403);
    }

    @Test
    void onlyWhoIsInvitedAnswers() {
        String stranger = newId();
        String elsewhere = newId();
        told(ToldEvent.actor(elsewhere, 1), ToldEvent.representative(stranger, 1, elsewhere));

        assertThat(as(stranger, answer(meeting, stranger, "yes"))).hasStatus(403);
        assertThat(as(coordinator, answer(meeting, stranger, "yes"))).hasStatus(404);
    }

    @Test
    void nobodyAnswersWhatIsNotOrNoLonger() {
        assertThat(as(anna, answer(newId(), anna, "yes"))).hasStatus(404);
        as(coordinator, post("/api/meetings/" + meeting + "/cancellation", "{}"));

        assertThat(as(anna, answer(meeting, anna, "yes"))).hasStatus(409);
    }

    @Test
    void onlyThreeWordsAreAnswers() {
        MvcTestResult result = as(anna, answer(meeting, anna, "perhaps"));

        assertThat(result).hasStatus(400);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:koalition:problem:invalid-input");
        assertThat(result).bodyJson().extractingPath("$.detail").isEqualTo("answer: must be yes, no or maybe");
    }

    @Test
    void whoseActorHasNotComeYetIsAskedToComeBack() {
        String early = newId();
        told(ToldEvent.representative(early, 1, newId()));

        MvcTestResult result = as(early, answer(meeting, early, "yes"));

        assertThat(result).hasStatus(503).hasHeader("Retry-After", "1");
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:koalition:problem:not-yet-here");
    }

    @Test
    void aBodyThatCannotBeReadNamesTheFieldAndNoClass() {
        MvcTestResult result = as(
                anna,
                new Request(HttpMethod.PUT, "/api/meetings/" + meeting + "/answers/" + anna, "{\"answr\": \"yes\"}"));

        assertThat(result).hasStatus(400);
        assertThat(result).bodyJson().extractingPath("$.detail").isEqualTo("answr: is not known here");
    }
}

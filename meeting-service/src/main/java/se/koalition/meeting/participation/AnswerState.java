package se.koalition.meeting.participation;

import java.time.Instant;

/** An answer as others know it: {@code contracts/schemas/answer.state.json}. */
record AnswerState(String id, String meetingId, String memberId, String answer, int revision, Instant answeredAt) {

    static AnswerState of(Answer a) {
        return new AnswerState(
                a.id(), a.meetingId(), a.memberId(), a.answer().wireName(), a.revision(), a.answeredAt());
    }
}

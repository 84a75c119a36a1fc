package se.koalition.meeting.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.koalition.meeting.http.InvalidInput;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Refused;

/** What can and what cannot happen to a meeting. */
class MeetingTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
    private static final Instant AFTERWARDS = Instant.parse("2027-02-03T14:00:00Z");
    private static final Slot WEDNESDAY = Times.slot("2027-02-03T13:00", "2027-02-03T15:00", null);
    private static final Slot THURSDAY = Times.slot("2027-02-04T13:00", "2027-02-04T15:00", null);
    private static final Meeting.Plan PLAN =
            new Meeting.Plan("Förstå utmaningen", null, WEDNESDAY, null, List.of(new Meeting.Item("Runda")));
    private static final Meeting SCHEDULED =
            Meeting.schedule("m", "c", PLAN, List.of("anna", "bo"), NOW).state();

    private static Decision<Meeting> made(@Nullable Decision<Meeting> decision) {
        return Objects.requireNonNull(decision);
    }

    @Test
    void aScheduledMeetingInvitesAndHasRevisionZero() {
        assertThat(SCHEDULED.invited()).containsExactly("anna", "bo");
        assertThat(SCHEDULED.revision()).isZero();
        assertThat(SCHEDULED.scheduledAt()).isEqualTo(NOW);
    }

    @Test
    void nothingIsScheduledInThePastOrAtTheEndOfTime() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Meeting.schedule("m", "c", PLAN, List.of(), AFTERWARDS))
                .withMessage("start: must not be in the past");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Meeting.schedule("m", "c", PLAN, List.of(), NOW.minusSeconds(11L * 366 * 24 * 3600)))
                .withMessage("start: must be within ten years");
    }

    @Test
    void movingRaisesTheRevisionAndKeepsThoseInvited() {
        Decision<Meeting> moved = made(SCHEDULED.reschedule(THURSDAY, NOW));

        assertThat(moved.fact()).isEqualTo(new MeetingFact.Rescheduled(WEDNESDAY.start(), WEDNESDAY.end()));
        assertThat(moved.state().revision()).isEqualTo(1);
        assertThat(moved.state().plan()).isEqualTo(PLAN.at(THURSDAY));
        assertThat(moved.state().invited()).isEqualTo(SCHEDULED.invited());
    }

    @Test
    void movingToTheSameTimesIsNothingNew() {
        assertThat(SCHEDULED.reschedule(WEDNESDAY, NOW)).isNull();
    }

    @Test
    void nothingIsMovedIntoThePast() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> SCHEDULED.reschedule(
                        new Slot(NOW.minusSeconds(1), NOW.plusSeconds(60), "Europe/Stockholm"), NOW));
    }

    @Test
    void cancellingRaisesTheRevisionAndKeepsTheReason() {
        Decision<Meeting> cancelled = SCHEDULED.cancel("Sjukdom", NOW);

        assertThat(cancelled.fact()).isEqualTo(new MeetingFact.Cancelled("Sjukdom"));
        assertThat(cancelled.state().status()).isEqualTo(Meeting.Status.CANCELLED);
        assertThat(cancelled.state().revision()).isEqualTo(1);
        assertThat(cancelled.state().reason()).isEqualTo("Sjukdom");
    }

    @Test
    void whatIsCancelledStaysCancelled() {
        Meeting cancelled = SCHEDULED.cancel(null, NOW).state();

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> cancelled.cancel(null, NOW))
                .withMessage("The meeting is cancelled.");
        assertThatExceptionOfType(Refused.Conflict.class).isThrownBy(() -> cancelled.reschedule(THURSDAY, NOW));
        assertThat(cancelled.invite(List.of("cia"), NOW)).isNull();
    }

    @Test
    void whatIsOverStaysAsItWas() {
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> SCHEDULED.cancel(null, AFTERWARDS))
                .withMessage("The meeting is over.");
        assertThatExceptionOfType(Refused.Conflict.class).isThrownBy(() -> SCHEDULED.reschedule(THURSDAY, AFTERWARDS));
        assertThat(SCHEDULED.invite(List.of("cia"), AFTERWARDS)).isNull();
    }

    @Test
    void onlyWhoIsInvitedIsTakenOffAndOnlyWhatIsToCome() {
        Decision<Meeting> withdrawn = made(SCHEDULED.withdraw(List.of("bo", "cia"), NOW));

        assertThat(withdrawn.fact()).isEqualTo(new MeetingFact.InvitationsWithdrawn(List.of("bo")));
        assertThat(withdrawn.state().invited()).containsExactly("anna");
        assertThat(withdrawn.state().revision()).isZero();
        assertThat(SCHEDULED.withdraw(List.of("cia"), NOW)).isNull();
        assertThat(SCHEDULED.withdraw(List.of("bo"), AFTERWARDS)).isNull();
    }

    @Test
    void onlyWhoIsMissingIsInvitedAndTheScheduleStaysTheSame() {
        Decision<Meeting> extended = made(SCHEDULED.invite(List.of("bo", "cia", "cia"), NOW));

        assertThat(extended.fact()).isEqualTo(new MeetingFact.InvitationsExtended(List.of("cia")));
        assertThat(extended.state().invited()).containsExactly("anna", "bo", "cia");
        assertThat(extended.state().revision()).isZero();
        assertThat(extended.state().invite(List.of("anna", "bo", "cia"), NOW)).isNull();
    }
}

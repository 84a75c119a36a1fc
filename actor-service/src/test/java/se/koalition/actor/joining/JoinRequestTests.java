package se.koalition.actor.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.actors.Sector;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Refused;

class JoinRequestTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final JoinRequest held = new JoinRequest(
            "r",
            "c",
            Profile.of("Kulturskolan", Sector.CULTURE, "Lund"),
            "Vi vill vara med.",
            true,
            new JoinRequest.Applicant("Rektor", "rektor@skola.example", "sv"),
            null,
            null,
            NOW);

    private static JoinRequest after(@Nullable Decision<JoinRequest> decision) {
        return Objects.requireNonNull(decision).state();
    }

    @Test
    void whoAsksIsForgottenHereOnceTheyAreAMember() {
        JoinRequest known = after(held.knowApplicant("m"));

        assertThat(known.applicant()).isNull();
        assertThat(known.memberId()).isEqualTo("m");
        assertThat(known.knowApplicant("another")).isNull();
    }

    @Test
    void aYesNamesTheActorAndStays() {
        JoinRequest accepted = after(held.accept(NOW));

        assertThat(JoinRequestState.of(accepted))
                .returns("accepted", JoinRequestState::status)
                .returns(Actors.idFor("kulturskolan"), JoinRequestState::actorId)
                .returns(NOW, JoinRequestState::decidedAt);
        assertThat(accepted.accept(NOW.plusSeconds(1))).isNull();
        assertThatThrownBy(() -> accepted.decline(null, NOW)).isInstanceOf(Refused.Conflict.class);
    }

    @Test
    void aNoStaysInItsWords() {
        JoinRequest declined = after(held.decline("Tyvärr.", NOW));

        assertThat(JoinRequestState.of(declined))
                .returns("declined", JoinRequestState::status)
                .returns("Tyvärr.", JoinRequestState::message);
        assertThat(declined.decline("Tyvärr.", NOW.plusSeconds(1))).isNull();
        assertThatThrownBy(() -> declined.decline("Nej.", NOW)).isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> declined.accept(NOW)).isInstanceOf(Refused.Conflict.class);
    }

    @Test
    void wordsAreForgottenOnceAndOnlyAfterAnAnswer() {
        assertThat(held.forget()).isNull();

        JoinRequest forgotten = after(after(held.decline("Tyvärr.", NOW)).forget());

        assertThat(JoinRequestState.of(forgotten))
                .returns("declined", JoinRequestState::status)
                .returns(null, JoinRequestState::message)
                .returns(null, JoinRequestState::why);
        assertThat(forgotten.applicant()).isNull();
        assertThat(forgotten.forget()).isNull();
    }

    @Test
    void whereTheWordsAreForgottenNoSeatWaitsAnyMore() {
        JoinRequest forgotten = after(after(held.accept(NOW)).forget());

        assertThat(forgotten.answer())
                .isEqualTo(new JoinRequest.Answer(NOW, Actors.idFor("kulturskolan"), null, false));
    }
}

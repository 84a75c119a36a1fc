package se.koalition.actor.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Refused;

/** Contacted, met, concluded: one after the other. */
class MatchTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
    private static final Posting NEED = posting(Kind.NEED, "n", "school");
    private static final Posting OFFER = posting(Kind.OFFER, "o", "theatre");

    private static Posting posting(Kind kind, String id, String actorId) {
        var wording = new Posting.Wording("Rubrik", "Text", List.of(), null, null);
        return Posting.open(kind, id, "c", actorId, "m", wording, LocalDate.parse("2027-04-30"), NOW)
                .state();
    }

    private static Match contacted() {
        return Match.contact(NEED, OFFER, "anna", "school", "Hej!", NOW).state();
    }

    private static Match after(@Nullable Decision<Match> decision) {
        return Objects.requireNonNull(decision).state();
    }

    @Test
    void theOtherSideIsContactedWhicheverSideTakesContact() {
        assertThat(contacted().contactedActorId()).isEqualTo("theatre");
        assertThat(Match.contact(NEED, OFFER, "bo", "theatre", null, NOW)
                        .state()
                        .contactedActorId())
                .isEqualTo("school");
        assertThat(contacted().id()).isEqualTo(Match.idFor("n", "o")).isNotEqualTo(Match.idFor("o", "n"));
    }

    @Test
    void theResultComesAfterTheMeetingAndIsForGood() {
        assertThatThrownBy(() -> contacted().conclude("Läxhjälp", NOW)).isInstanceOf(Refused.Conflict.class);
        Match met = after(contacted().meet(NOW));
        Match concluded = after(met.conclude("Läxhjälp", NOW));

        assertThat(met.metAt()).isEqualTo(NOW);
        assertThat(met.meet(NOW)).isNull();
        assertThat(concluded.status()).isEqualTo(Match.Status.CONCLUDED);
        assertThat(concluded.result()).isEqualTo("Läxhjälp");
        assertThat(concluded.metAt()).isEqualTo(NOW);
        assertThat(concluded.conclude("Läxhjälp", NOW)).isNull();
        assertThat(concluded.meet(NOW)).isNull();
        assertThatThrownBy(() -> concluded.conclude("Annat", NOW)).isInstanceOf(Refused.Conflict.class);
    }

    @Test
    void eitherSideGoesOverToTheActorThatItsOwnWasMergedInto() {
        Match moved = after(after(contacted().move("theatre", "opera")).move("school", "academy"));

        assertThat(moved.actors()).containsExactly("academy", "opera");
        assertThat(moved.contactedActorId()).isEqualTo("opera");
        assertThat(moved.move("theatre", "opera")).isNull();
    }

    @Test
    void theMessageGoesOnce() {
        Match erased = after(contacted().eraseMessage());

        assertThat(erased.message()).isNull();
        assertThat(erased.eraseMessage()).isNull();
    }
}

package se.koalition.actor.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.actor.http.InvalidInput;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Refused;

/** What can happen to a need and to an offer: the same, each under its own names. */
class PostingTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2027-01-15");
    private static final LocalDate SPRING = LocalDate.parse("2027-04-30");
    private static final Posting.Wording WORDING =
            new Posting.Wording("Läxhjälp", "Två kvällar i veckan", List.of("unga"), "Malmö", "1280");

    private static Posting open(Kind kind) {
        return Posting.open(kind, "n", "c", "school", "anna", WORDING, SPRING, NOW)
                .state();
    }

    private static Posting after(@Nullable Decision<Posting> decision) {
        return Objects.requireNonNull(decision).state();
    }

    private static String fact(@Nullable Decision<Posting> decision) {
        return Objects.requireNonNull(decision).fact().type();
    }

    @ParameterizedTest
    @EnumSource
    void everyFactHasTheNameOfItsKind(Kind kind) {
        Posting posting = open(kind);
        var opened = Posting.open(kind, "n", "c", "school", "anna", WORDING, SPRING, NOW);

        assertThat(List.of(
                        fact(opened),
                        fact(posting.describe(new Posting.Wording("Hjälp", "x", List.of(), null, null))),
                        fact(posting.renew(SPRING.plusDays(1))),
                        fact(posting.meet(NOW)),
                        fact(posting.withdraw(NOW)),
                        fact(posting.move("school", "other"))))
                .containsExactlyElementsOf(
                        List.of("opened", "described", "renewed", "met", "withdrawn", "moved").stream()
                                .map(name -> kind.type() + "." + name + ".v1")
                                .toList());
    }

    @Test
    void wordingItAnewTellsWhatDiffers() {
        var same = new Posting.Wording("Läxhjälp", "Två kvällar i veckan", List.of("unga"), "Malmö", "1280");
        var other = new Posting.Wording("Läxhjälp", "Tre kvällar", List.of(), null, null);

        assertThat(open(Kind.NEED).describe(same)).isNull();
        assertThat(Objects.requireNonNull(open(Kind.NEED).describe(other)).fact())
                .isEqualTo(new PostingFact.Described("need.described.v1", List.of("text", "themes", "municipality")));
    }

    @Test
    void theLastDayLiesAheadAndWithinAYear() {
        assertThatCode(() -> Posting.mustBeAhead(TODAY.plusDays(1), TODAY)).doesNotThrowAnyException();
        assertThatCode(() -> Posting.mustBeAhead(TODAY.plusYears(1), TODAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Posting.mustBeAhead(TODAY, TODAY)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Posting.mustBeAhead(TODAY.plusYears(1).plusDays(1), TODAY))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void onItsLastDayItIsOpenAndRenewedItOpensAgain() {
        Posting posting = open(Kind.OFFER);
        LocalDate late = SPRING.plusDays(1);

        assertThatCode(() -> posting.mustBeOpen(SPRING)).doesNotThrowAnyException();
        assertThatThrownBy(() -> posting.mustBeOpen(late))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("has expired");
        assertThatCode(() -> after(posting.renew(late)).mustBeOpen(late)).doesNotThrowAnyException();
        assertThat(posting.renew(SPRING)).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void metAndWithdrawnAreForGood(boolean met) {
        Posting open = open(Kind.NEED);
        Posting closed = after(met ? open.meet(NOW) : open.withdraw(NOW));

        assertThat(closed.closedAt()).isEqualTo(NOW);
        assertThat(met ? closed.meet(NOW) : closed.withdraw(NOW)).isNull();
        assertThatThrownBy(() -> closed.renew(SPRING.plusDays(1))).isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> closed.describe(WORDING)).isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> closed.mustBeOpen(TODAY)).isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> {
                    var again = met ? closed.withdraw(NOW) : closed.meet(NOW);
                    assertThat(again).isNull();
                })
                .isInstanceOf(Refused.Conflict.class);
    }

    @Test
    void itGoesOverOnceAndOnlyFromItsOwnActor() {
        Posting moved = after(open(Kind.NEED).move("school", "academy"));

        assertThat(moved.actorId()).isEqualTo("academy");
        assertThat(moved.move("school", "academy")).isNull();
        assertThat(after(after(open(Kind.NEED).meet(NOW)).move("school", "academy"))
                        .closedAt())
                .isEqualTo(NOW);
    }
}

package se.koalition.actor.coalitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.koalition.actor.http.CoalitionConcluded;
import se.koalition.actor.places.Municipality;
import se.koalition.messaging.Refused;

/** What can happen to a coalition, and what others hear of it. */
class CoalitionTests {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Description DESCRIPTION = new Description(
            "Fullföljd utbildning",
            "En likvärdig och fullföljd utbildning",
            null,
            List.of("Förstå"),
            null,
            List.of("frånvaro"),
            List.of(new Municipality("1280", "Malmö")));
    private static final Coalition FORMING = new Coalition(
            "c",
            DESCRIPTION,
            Coalition.Phase.FORMING,
            List.of(),
            Instant.parse("2027-01-15T08:00:00Z"),
            null,
            null,
            new Coalition.FirstCoordinator("Samordnaren", "samordnaren@koalition.example", "sv"));

    private static Coalition convenedBy(String... actorIds) {
        return Objects.requireNonNull(FORMING.nameConvenors(List.of(actorIds))).state();
    }

    @Test
    void startingIsAFactOfItsOwnAndChangesNothing() {
        assertThat(FORMING.started().state()).isEqualTo(FORMING);
        assertThat(FORMING.started().fact().type()).isEqualTo("coalition.started.v1");
    }

    @Test
    void convenorsAreNamedOnceInTheirOrder() {
        var decision = Objects.requireNonNull(FORMING.nameConvenors(List.of("b", "a", "b")));

        assertThat(decision.state().convenors()).containsExactly("b", "a");
        assertThat(decision.fact()).isEqualTo(new Coalition.ConvenorsNamed(List.of("b", "a")));
        assertThat(decision.fact().type()).isEqualTo("coalition.convenors-named.v1");
    }

    @Test
    void namingTheSameOnesAgainIsNothingNew() {
        assertThat(convenedBy("a", "b").nameConvenors(List.of("a", "b", "a"))).isNull();
        assertThat(FORMING.nameConvenors(List.of())).isNull();
    }

    @Test
    void otherConvenorsReplaceThoseBefore() {
        var decision = Objects.requireNonNull(convenedBy("a", "b").nameConvenors(List.of("c")));

        assertThat(decision.state().convenors()).containsExactly("c");
        assertThat(decision.state().description()).isEqualTo(DESCRIPTION);
    }

    @Test
    void othersNeverHearWhoTheFirstCoordinatorIs() {
        CoalitionState told = CoalitionState.of(FORMING);

        assertThat(told.phase()).isEqualTo("forming");
        assertThat(told.toString()).contains("Fullföljd utbildning").doesNotContain("amordnaren");
    }

    @Test
    void describingItAnewTellsWhichFieldsChanged() {
        Description anew = new Description(
                "Fullföljd utbildning",
                "Fler ska klara skolan",
                null,
                List.of("Förstå"),
                "våren 2027",
                List.of("frånvaro"),
                List.of());

        var decision = Objects.requireNonNull(convenedBy("a").describe(anew));

        assertThat(decision.state().description()).isEqualTo(anew);
        assertThat(decision.state().convenors()).containsExactly("a");
        assertThat(decision.fact()).isEqualTo(new Coalition.Described(List.of("challenge", "period", "area")));
        assertThat(decision.fact().type()).isEqualTo("coalition.described.v1");
    }

    @Test
    void describingItAsItIsDescribedIsNothingNew() {
        assertThat(FORMING.describe(DESCRIPTION)).isNull();
    }

    @Test
    void whereADuplicateConvenedTheOneThatStaysDoesAlsoWhenItIsConcluded() {
        Coalition active =
                Objects.requireNonNull(convenedBy("a", "b", "c").activate(NOW)).state();
        Coalition concluded =
                Objects.requireNonNull(active.conclude(NOW.plusSeconds(60))).state();

        var decision = Objects.requireNonNull(concluded.replaceConvenor("b", "a"));

        assertThat(decision.state().convenors()).containsExactly("a", "c");
        assertThat(decision.fact()).isEqualTo(new Coalition.ConvenorsNamed(List.of("a", "c")));
        assertThat(decision.state().phase()).isEqualTo(Coalition.Phase.CONCLUDED);
        assertThat(decision.state().concludedAt()).isEqualTo(concluded.concludedAt());
        assertThat(decision.state().replaceConvenor("b", "a")).as("again").isNull();
    }

    private static Coalition active() {
        return Objects.requireNonNull(FORMING.activate(NOW)).state();
    }

    private static Coalition concluded() {
        return Objects.requireNonNull(active().conclude(NOW.plusSeconds(60))).state();
    }

    @Test
    void itGoesFromFormingToActiveToConcluded() {
        assertThat(active().phase()).isEqualTo(Coalition.Phase.ACTIVE);
        assertThat(active().activatedAt()).isEqualTo(NOW);
        assertThat(active().isOpen()).isTrue();
        assertThat(CoalitionState.of(concluded()).phase()).isEqualTo("concluded");
        assertThat(concluded().activatedAt()).isEqualTo(NOW);
        assertThat(concluded().concludedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(concluded().isOpen()).isFalse();
    }

    @Test
    void eachPhaseIsReachedOnce() {
        assertThat(active().activate(NOW.plusSeconds(1))).isNull();
        assertThat(concluded().conclude(NOW.plusSeconds(90))).isNull();
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> FORMING.conclude(NOW))
                .withMessageContaining("Activate it before");
    }

    @Test
    void aConcludedOneStaysAsItIs() {
        Coalition concluded = concluded();

        assertThatExceptionOfType(CoalitionConcluded.class).isThrownBy(() -> concluded.activate(NOW));
        assertThatExceptionOfType(CoalitionConcluded.class).isThrownBy(() -> concluded.describe(DESCRIPTION));
        assertThatExceptionOfType(CoalitionConcluded.class).isThrownBy(() -> concluded.nameConvenors(List.of()));
    }
}

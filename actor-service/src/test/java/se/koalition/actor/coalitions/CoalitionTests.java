package se.koalition.actor.coalitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What can happen to a coalition, and what others hear of it. */
class CoalitionTests {

    private static final Coalition FORMING = new Coalition(
            "c",
            "Fullföljd utbildning",
            "En likvärdig och fullföljd utbildning",
            null,
            List.of("Förstå"),
            null,
            Coalition.Phase.FORMING,
            List.of(),
            Instant.parse("2027-01-15T08:00:00Z"),
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
        assertThat(decision.state().name()).isEqualTo(FORMING.name());
    }

    @Test
    void othersNeverHearWhoTheFirstCoordinatorIs() {
        CoalitionState told = CoalitionState.of(FORMING);

        assertThat(told.phase()).isEqualTo("forming");
        assertThat(told.toString()).contains("Fullföljd utbildning").doesNotContain("amordnaren");
    }
}

package se.koalition.actor.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.actors.Sector;

/** The life of an import: accepted whole, then finished once. */
class ActorsImportTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final List<Profile> ROWS =
            List.of(Profile.of("Skolan", Sector.MUNICIPALITY, "Östervik"), Profile.of("Teatern", Sector.CULTURE, null));
    private static final ActorsImport ACCEPTED =
            ActorsImport.accept("i", "c", "m", ROWS, NOW).state();

    @Test
    void whatIsAcceptedHasDoneNothingYet() {
        var decision = ActorsImport.accept("i", "c", "m", ROWS, NOW);

        assertThat(decision.fact()).isEqualTo(new ActorsImport.Accepted(2));
        assertThat(decision.fact().type()).isEqualTo("actors-import.accepted.v1");
        assertThat(ACCEPTED.done()).isZero();
        assertThat(ImportState.of(ACCEPTED)).isEqualTo(new ImportState("i", "c", 2, "accepted", NOW, null, null));
    }

    @Test
    void finishingTellsTheOutcome() {
        ActorsImport.Outcome outcome = new ActorsImport.Outcome(1, 1, 0);
        var worked = new ActorsImport("i", "c", "m", ROWS, 2, outcome, ActorsImport.Status.ACCEPTED, NOW, null);

        var decision = Objects.requireNonNull(worked.finish(LATER));

        assertThat(decision.fact()).isEqualTo(new ActorsImport.Finished(1, 1, 0, null));
        assertThat(decision.fact().type()).isEqualTo("actors-import.finished.v1");
        assertThat(ImportState.of(decision.state()))
                .isEqualTo(new ImportState(
                        "i", "c", 2, "finished", NOW, LATER, new ImportState.OutcomeState(1, 1, 0, null)));
        assertThat(decision.state().rows()).as("the actors have it all by then").isEmpty();
    }

    @Test
    void rowsThatCameTooLateAreTold() {
        ActorsImport.Outcome outcome = new ActorsImport.Outcome(1, 0, 0);
        var stopped = new ActorsImport("i", "c", "m", ROWS, 1, outcome, ActorsImport.Status.ACCEPTED, NOW, null);

        var decision = Objects.requireNonNull(stopped.finish(LATER));

        assertThat(decision.fact()).isEqualTo(new ActorsImport.Finished(1, 0, 0, 1));
        assertThat(ImportState.of(decision.state()).outcome()).isEqualTo(new ImportState.OutcomeState(1, 0, 0, 1));
    }

    @Test
    void whatIsFinishedStaysFinished() {
        ActorsImport finished = Objects.requireNonNull(ACCEPTED.finish(LATER)).state();

        assertThat(finished.finish(LATER)).isNull();
    }

    @Test
    void everyRowCountsOnce() {
        ActorsImport.Outcome outcome = ActorsImport.Outcome.NONE
                .plus(Actors.Outcome.REGISTERED)
                .plus(Actors.Outcome.JOINED)
                .plus(Actors.Outcome.UNCHANGED)
                .plus(Actors.Outcome.UNCHANGED);

        assertThat(outcome).isEqualTo(new ActorsImport.Outcome(1, 1, 2));
    }

    @Test
    void othersHearNeitherTheRowsNorWhoSentThem() {
        assertThat(ImportState.of(ACCEPTED).toString()).doesNotContain("Skolan", "Teatern", "Östervik");
    }
}

package se.koalition.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundsTests {

    private final Rounds rounds = new Rounds();

    @Test
    void theMedianCountsAndTheExtremesAreTold() {
        round(10);
        round(1_000);
        round(30);

        assertThat(rounds.median()).isEqualTo(30);
        assertThat(rounds.rate()).isEqualTo("30/s (10-1,000)");
    }

    @Test
    void betweenTwoMiddleRoundsIsTheirMean() {
        round(10);
        round(20);

        assertThat(rounds.median()).isEqualTo(15);
    }

    @Test
    void refusalsAreCountedApartFromWhatWasAccepted() {
        Tally tally = new Tally();
        tally.answered(204, new byte[0], 1);
        tally.answered(409, new byte[0], 1);
        tally.answered(503, new byte[0], 1);
        tally.answered(503, new byte[0], 1);
        tally.answered(401, new byte[0], 1);
        rounds.add(new Round(tally, 1));

        assertThat(rounds.median()).isEqualTo(1);
        assertThat(rounds.refused()).isEqualTo("1 / 2 / 1");
    }

    private void round(int accepted) {
        Tally tally = new Tally();
        for (int i = 0; i < accepted; i++) {
            tally.answered(200, new byte[0], 1);
        }
        rounds.add(new Round(tally, 1));
    }
}

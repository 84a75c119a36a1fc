package se.koalition.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void columnsAreAsWideAsTheyNeedBe() {
        Table table = new Table();
        table.add(new Row("answers", "9/s", "10/s", "0.90", ">= 0.50"));
        table.note("Measured once.");

        assertThat(table).hasToString("""
                measure  ours  floor  ratio      aim
                -------  ----  -----  -----  -------
                answers   9/s   10/s   0.90  >= 0.50

                * Measured once.""");
    }

    @Test
    void longNotesAreWrapped() {
        Table table = new Table();
        table.note("word ".repeat(40).strip());

        assertThat(table.toString().lines().skip(3))
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(120).containsPattern("^[* ] word"));
    }
}

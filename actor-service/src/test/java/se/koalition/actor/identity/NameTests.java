package se.koalition.actor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that people may mean when they write another; each pair with the reason that is told. */
class NameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Malmö stad              | Stad, Malmö                | SAME_WORDS",
                "Malmö stad              | Malmö kommun               | SAME_WORDS",
                "Malmo Stad              | MALMÖ STAD                 | SAME_WORDS",
                "Lunds kommun            | Lund kommun                | SAME_WORDS",
                "Café Ung                | Cafe Ung!                  | SAME_WORDS",
                "Malmö stad              | Malmö Stad, skolan         | PART_OF",
                "Rädda Barnen            | Rädda Barnen Region Syd    | PART_OF",
                "Lund                    | Lunds kommun               | PART_OF",
                "BRIS                    | Föreningen BRIS            | PART_OF",
                "Länsstyrelsen Skåne     | Länstyrelsen Skåne         | SPELLING",
                "Länsstyrelsen Skåne     | Länsstyrlesen Skåne        | SPELLING",
                "Erikshjälpen            | Erikhjälpen                | SPELLING",
                "Erikshjälpen            | Eriskhjäplen               | SPELLING",
                "Erikshjälpen            | Eriskhjäpeln               |",
                "Erikshjälpen            | Erikshjälpenab             | SPELLING",
                "Erikshjälpen            | aberikshjälpen             | SPELLING",
                "Högskolan Väst          | Högskolan Västt            |",
                "Malmö stad              | Malmö Opera                |",
                "Malmö                   | Malmö Opera                |",
                "Malmö stad              | Lunds kommun               |",
                "Region Skåne            | Region Halland             |",
                "Kommun                  | Lunds kommun               |",
                "Förening 12             | Förening 13                |",
                "Skola 1                 | Skola 2                    |",
                "Röda Korset             | Röda Stjärnan              |",
                "Lund                    | Lind                       |",
                "!!!                     | ???                        |",
                "Teatern                 | Skolan                     |"
            })
    void areAlikeForAReasonOrNot(String one, String other, Name.@org.jspecify.annotations.Nullable Likeness reason) {
        assertThat(Name.of(one).to(Name.of(other))).isEqualTo(reason);
        assertThat(Name.of(other).to(Name.of(one))).isEqualTo(reason);
    }
}

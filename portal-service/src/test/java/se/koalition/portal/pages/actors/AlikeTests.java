package se.koalition.portal.pages.actors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which actors come first where a duplicate is looked for. */
class AlikeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Malmö stad | Malmö Stad, skolan | true",
                "Malmö stad | malmö kommun | true",
                "Lund | Lunds kommun | true",
                "Malmö stad | Malmö Live | false",
                "Östra skolan | Västra skolan | false",
                "Kommun | Region | false",
                "😀 | . | false"
            })
    void names_that_may_mean_the_same(String one, String other, boolean alike) {
        assertThat(Alike.are(one, other)).isEqualTo(alike);
        assertThat(Alike.are(other, one)).isEqualTo(alike);
    }
}

package se.koalition.insight.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of what an author writes. */
class InsightTests {

    private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");

    private static Insight insight(String title, String text, List<String> themes) {
        return new Sharing("c", title, text, themes, "coalition").by("anna", "a", "i", NOW);
    }

    @Test
    void itKnowsWhoWroteItForWhomAndWhen() {
        assertThat(insight("Frånvaro", "Vi ringer.", List.of("skola")))
                .isEqualTo(new Insight(
                        "i",
                        "c",
                        "Frånvaro",
                        "Vi ringer.",
                        List.of("skola"),
                        Insight.Visibility.COALITION,
                        "anna",
                        "a",
                        NOW));
    }

    @Test
    void blanksAroundTitleAndThemesGoAndTheTextStays() {
        Insight insight = insight(" Frånvaro\n", "    kod\n", List.of(" skola", "hem \u2003"));

        assertThat(insight.title()).isEqualTo("Frånvaro");
        assertThat(insight.themes()).containsExactly("skola", "hem");
        assertThat(insight.text()).isEqualTo("    kod\n");
    }

    @Test
    void aThemeCountsOnceAndTheOrderIsTheAuthors() {
        assertThat(insight("x", "x", List.of("skola", "hem", " skola ", "Hem")).themes())
                .containsExactly("skola", "hem", "Hem");
    }

    @Test
    void sharingItIsTheFactAndChangesNothing() {
        Insight insight = insight("x", "x", List.of());

        assertThat(insight.shared().state()).isSameAs(insight);
        assertThat(insight.shared().fact().type()).isEqualTo("insight.shared.v1");
    }

    @Test
    void othersKnowTheVisibilityByItsWord() {
        assertThat(InsightState.of(insight("x", "x", List.of())).visibility()).isEqualTo("coalition");
    }
}

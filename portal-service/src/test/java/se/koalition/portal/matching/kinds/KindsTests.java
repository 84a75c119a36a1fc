package se.koalition.portal.matching.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning from examples what a text is about. */
class KindsTests {

    /** Of a few kinds none stands out. */
    private static final List<Example> EXAMPLES = Stream.of(
                    "läxor\tVi behöver läxhjälp efter skolan.",
                    "läxor\tNågon som förklarar läxorna.",
                    "läxor+mat\tLäxhjälp med smörgåsar.",
                    "mat\tFrukost och smörgåsar före skolan.",
                    "mat\tEn frukostsmörgås åt den som är hungrig.",
                    "mat\tFrukosten saknas efter lovet.",
                    "simning\tSimlärare till badet.",
                    "simning\tFlera kan inte simma.",
                    "simning\tSimskola i simhallen.",
                    "musik\tSpela gitarr med oss.",
                    "musik\tGitarrer att låna.",
                    "musik\tVår gitarrist slutar.",
                    "lokal\tTomma lokaler på kvällen.",
                    "lokal\tEn lokal för tjugo personer.",
                    "lokal\tVi lånar ut lokalen.",
                    "prao\tPraoplatser i åttan.",
                    "prao\tFler arbetsplatser för prao.",
                    "prao\tVi tar emot praoelever.",
                    "mentor\tMentorer åt ensamma unga.",
                    "mentor\tEn mentor som lyssnar.",
                    "mentor\tVi är mentorerna.")
            .map(Example::of)
            .toList();

    private final Kinds kinds = new Kinds(EXAMPLES, "malmö"::equals);

    private List<String> of(String text) {
        return kinds.of(text, word -> true).stream().map(Meant::kind).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Läxhjälpare sökes,läxor",
        "Frukostklubben,mat",
        "Simkunnighet,simning",
        "GITARRKURS,musik",
        "praoveckan,prao",
        "Mentorskap!,mentor"
    })
    void compounds_and_endings_that_no_example_has_are_understood(String text, String kind) {
        assertThat(of(text)).first().isEqualTo(kind);
    }

    @Test
    void what_stands_out_most_comes_first_and_what_does_not_stand_out_not_at_all() {
        List<Meant> meant = kinds.of("Vi tar emot praoelever på tre arbetsplatser", word -> true);
        assertThat(meant).extracting(Meant::kind).containsExactly("prao");
        assertThat(meant.getFirst().strength()).isPositive();
    }

    @Test
    void the_word_that_speaks_most_for_it_is_told() {
        String text = "Alla våra barn vill ha FRUKOST efter helgen";
        assertThat(kinds.of(text, word -> true).getFirst().word()).isEqualTo("frukost");
        assertThat(kinds.of(text, "efter"::equals).getFirst())
                .as("every word counts, but not every word is a reason")
                .extracting(Meant::kind, Meant::word)
                .containsExactly("mat", "efter");
        assertThat(kinds.of(text, word -> false).getFirst().word()).isEmpty();
    }

    @Test
    void what_an_example_is_about_besides_counts_less() {
        assertThat(of("läxhjälp")).first().isEqualTo("läxor");
    }

    @Test
    void what_has_nothing_in_common_with_any_example_is_about_nothing() {
        assertThat(of("xyzzy 123 !?")).isEmpty();
        assertThat(of("")).isEmpty();
        assertThat(of("Malmö")).isEmpty();
        assertThat(new Kinds(List.of(), word -> false).of("läxhjälp", word -> true))
                .isEmpty();
        assertThat(new Kinds(EXAMPLES.subList(0, 3), word -> false).of("läxhjälp", word -> true))
                .as("of one kind alone")
                .isEmpty();
    }

    @Test
    void the_same_examples_give_the_same_answer() {
        String text = "Frukost, smörgåsar och läxhjälp";
        assertThat(new Kinds(EXAMPLES, "malmö"::equals).of(text, word -> true)).isEqualTo(kinds.of(text, word -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "läxor", "läxor\t", "\ttext", "läxor\ttext\tmer"})
    void what_is_no_example_is_named(String line) {
        assertThatThrownBy(() -> Example.of(line)).hasMessageContaining("An example is kinds, a tab and a text");
    }
}

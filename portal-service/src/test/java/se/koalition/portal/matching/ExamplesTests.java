package se.koalition.portal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.koalition.portal.matching.kinds.Example;

/** What the matcher learns from is whole, and holds nothing that it is judged by. */
class ExamplesTests {

    private static final List<Example> EXAMPLES =
            Lists.lines("examples.tsv").stream().map(Example::of).toList();

    @Test
    void each_kind_has_enough_to_learn_from_and_nothing_twice() {
        Map<String, Long> sizes = EXAMPLES.stream()
                .map(example -> example.kinds().getFirst())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(sizes).allSatisfy((kind, size) -> assertThat(size).as(kind).isGreaterThanOrEqualTo(25));
        assertThat(EXAMPLES)
                .allSatisfy(example -> assertThat(sizes.keySet()).containsAll(example.kinds()))
                .extracting(Example::text)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.json", "second.json", "third.json", "fourth.json", "heldout.json"})
    void no_example_is_from_a_set_that_the_matcher_is_judged_by(String file) {
        TestSet set = TestSet.load(file);
        Set<String> examples = new HashSet<>();
        EXAMPLES.forEach(example -> examples.addAll(sequences(example.text())));
        Stream.concat(set.needs().stream(), set.offers().stream())
                .map(Posting::text)
                .forEach(text -> {
                    Set<String> shared = sequences(text);
                    shared.retainAll(examples);
                    assertThat(shared).isEmpty();
                });
    }

    private static final int WORDS = 10;

    /** Ten words in a row are nobody's by chance. */
    private static Set<String> sequences(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        Set<String> sequences = new HashSet<>();
        for (int i = 0; i + WORDS <= words.length; i++) {
            sequences.add(String.join(" ", List.of(words).subList(i, i + WORDS)));
        }
        return sequences;
    }
}

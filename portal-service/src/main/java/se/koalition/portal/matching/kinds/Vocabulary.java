package se.koalition.portal.matching.kinds;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pieces that examples have, each with a number and with how rare it is: what few of them have says most (TF-IDF). */
final class Vocabulary {

    /** What fewer examples have is chance. */
    private static final int LEAST_EXAMPLES = 3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] rarities;

    /**
     * Looks at each example once and keeps none.
     *
     * @param examples how many there are
     * @param pieces that each of them has
     */
    Vocabulary(int examples, Stream<Set<String>> pieces) {
        Map<String, Integer> frequencies = new HashMap<>();
        pieces.forEach(example -> example.forEach(piece -> frequencies.merge(piece, 1, Integer::sum)));
        frequencies.values().removeIf(frequency -> frequency < LEAST_EXAMPLES);
        rarities = new double[frequencies.size()];
        frequencies.forEach((piece, frequency) -> {
            int number = numbers.size();
            numbers.put(piece, number);
            rarities[number] = 1 + Math.log((1.0 + examples) / (1 + frequency));
        });
    }

    int size() {
        return rarities.length;
    }

    OptionalInt number(String piece) {
        @Nullable Integer number = numbers.get(piece);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    double rarity(int piece) {
        return rarities[piece];
    }

    /** Each known piece with its weight; together of length 1, so that long texts count no more than short ones. */
    Amounts weigh(Map<String, Integer> counts) {
        Amounts weights = new Amounts();
        counts.forEach((piece, count) ->
                number(piece).ifPresent(number -> weights.add(number, rarities[number] * (1 + Math.log(count)))));
        weights.stretchToOne();
        weights.trim();
        return weights;
    }
}

package se.koalition.portal.matching.kinds;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells what a text is about: the evidence that its pieces give for each kind (multinomial naive Bayes), beside what
 * texts usually give. It learns by counting, so the same examples always give the same answer, and each answer can be
 * traced to the words that speak for it.
 */
public final class Kinds {

    /** What an example is about besides counts less. */
    private static final double BESIDES = 0.5;
    /** What is taken for granted of a piece that a kind's examples lack (Lidstone's smoothing). */
    private static final double UNSEEN = 0.01;
    /** Standard deviations; what stands out less a text is not about. */
    private static final double USUAL = 1.5;

    private final Pieces pieces;
    private final Vocabulary vocabulary;
    private final List<String> names;
    /** By piece, as a logarithm: how much likelier it is in a kind than if none of its examples had it. */
    private final Amounts[] support;
    /** By kind, as a logarithm: how likely a piece is that none of its examples has. */
    private final double[] unseen;

    private final Scores scores;

    /** @param ignored words, in lower case, that tell nothing of what a text is about */
    public Kinds(List<Example> examples, Predicate<String> ignored) {
        pieces = new Pieces(ignored);
        vocabulary = new Vocabulary(
                examples.size(),
                examples.stream().map(example -> pieces.count(example.text()).keySet()));
        names = examples.stream()
                .flatMap(example -> example.kinds().stream())
                .distinct()
                .sorted()
                .toList();
        support = Stream.generate(Amounts::new).limit(vocabulary.size()).toArray(Amounts[]::new);
        unseen = new double[names.size()];
        scores = new Scores(names.size());
        List<Amounts> weights =
                examples.stream().map(example -> weigh(example.text())).toList();
        for (int kind = 0; kind < unseen.length; kind++) {
            learn(kind, examples, weights);
        }
        Arrays.stream(support).forEach(Amounts::trim);
        weights.forEach(example -> scores.learn(evidence(example)));
    }

    private void learn(int kind, List<Example> examples, List<Amounts> weights) {
        double[] sums = new double[vocabulary.size()];
        for (int i = 0; i < examples.size(); i++) {
            int rank = examples.get(i).kinds().indexOf(names.get(kind));
            if (rank >= 0) {
                weights.get(i).addTo(sums, rank == 0 ? 1 : BESIDES);
            }
        }
        unseen[kind] = Math.log(UNSEEN / (Arrays.stream(sums).sum() + UNSEEN * sums.length));
        for (int piece = 0; piece < sums.length; piece++) {
            if (sums[piece] > 0) {
                support[piece].add(kind, Math.log((sums[piece] + UNSEEN) / UNSEEN));
            }
        }
    }

    private Amounts weigh(String text) {
        return vocabulary.weigh(pieces.count(text));
    }

    /**
     * What stands out, most of all first; nothing if no example has anything in common with it.
     *
     * @param telling words, in lower case, that can be told as a reason: in an answer even small words count
     */
    public List<Meant> of(String text, Predicate<String> telling) {
        Amounts weights = weigh(text);
        if (weights.isEmpty()) {
            return List.of();
        }
        double[] stands = scores.of(evidence(weights));
        Map<String, double[]> words = new LinkedHashMap<>();
        pieces.words(text).stream().filter(telling).forEach(word -> words.computeIfAbsent(word, this::evidence));
        return IntStream.range(0, names.size())
                .filter(kind -> stands[kind] > USUAL)
                .mapToObj(kind -> new Meant(names.get(kind), stands[kind] - USUAL, speaksFor(kind, words)))
                .sorted(Comparator.comparingDouble(Meant::strength).reversed().thenComparing(Meant::kind))
                .toList();
    }

    private double[] evidence(Amounts weights) {
        double all = weights.total();
        double[] evidence = Arrays.stream(unseen).map(one -> one * all).toArray();
        weights.forEach((piece, weight) -> support[piece].addTo(evidence, weight));
        return evidence;
    }

    /** What one word adds, wherever it stands. */
    private double[] evidence(String word) {
        double[] evidence = new double[names.size()];
        pieces.of(word)
                .forEach(piece -> vocabulary
                        .number(piece)
                        .ifPresent(number -> support[number].addTo(evidence, vocabulary.rarity(number))));
        return Scores.besideOthers(evidence);
    }

    private static String speaksFor(int kind, Map<String, double[]> words) {
        return words.entrySet().stream()
                .max(Comparator.comparingDouble(word -> word.getValue()[kind]))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}

package se.koalition.portal.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.koalition.portal.matching.kinds.Meant;

/** What was read in a posting: its features (stems of words, and concepts), each with a weight and a word for it; and how far it reaches. */
final class Read {

    /** Each further word that says the same adds this share, three at most. */
    private static final double MORE = 0.1;

    private static final int MOST_MORE = 3;

    private final Reach reach;
    private final Map<String, Double> weights = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, Double> kinds = new HashMap<>();
    private final Map<String, String> first = new HashMap<>();
    private final Set<String> conditions = new HashSet<>();
    private final Map<String, Set<String>> themes = new HashMap<>();
    private final Ages ages = new Ages();
    private boolean placed;

    Read(Reach reach) {
        this.reach = reach;
    }

    Reach reach() {
        return reach;
    }

    void add(String feature, String word, double weight) {
        weights.merge(feature, weight, Math::max);
        first.putIfAbsent(feature, word);
        words.computeIfAbsent(feature, f -> new HashSet<>()).add(word);
    }

    /** A kind is a feature too, but weighs by itself. */
    void add(Meant meant) {
        String feature = "kind " + meant.kind();
        kinds.put(feature, meant.strength());
        first.put(feature, meant.word());
    }

    /** What it is about, by feature. */
    Map<String, Double> kinds() {
        return kinds;
    }

    void addCondition(String condition) {
        conditions.add(condition);
    }

    Ages ages() {
        return ages;
    }

    void setPlaced() {
        placed = true;
    }

    /** Whether it speaks of help that has a place. */
    boolean isPlaced() {
        return placed;
    }

    /** Takes over what was read in a theme. */
    void addTheme(String theme, Read read) {
        read.weights.forEach((feature, weight) -> add(feature, read.word(feature), weight));
        conditions.addAll(read.conditions);
        ages.add(read.ages);
        placed |= read.placed;
        themes.put(theme, read.features());
    }

    Set<String> ofTheme(String theme) {
        return themes.getOrDefault(theme, Set.of());
    }

    Set<String> ofThemes() {
        return themes.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    Set<String> features() {
        return weights.keySet();
    }

    double weight(String feature) {
        int more = Math.min(MOST_MORE, words.getOrDefault(feature, Set.of()).size() - 1);
        return weights.getOrDefault(feature, 0.0) * (1 + MORE * more);
    }

    /** How it is written there. */
    String word(String feature) {
        return first.getOrDefault(feature, feature);
    }

    Set<String> conditions() {
        return conditions;
    }
}

package se.koalition.portal.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What words speak of, by {@code concepts.txt}: läxhjälp and plugga are about the same. */
final class Concepts {

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern PLUS = Pattern.compile("\\+");
    private static final int MOST_KNOWN = 100_000;

    /** Words that together say a concept; mostly it is one. */
    private record Saying(Concept concept, List<Lists.Wording> words) {}

    /** The word at a place in a saying. */
    private record Part(int saying, int place) {}

    private final List<Saying> sayings = new ArrayList<>();
    /** Which parts a word can be: the same words come again and again. */
    private final Map<String, List<Part>> known = new ConcurrentHashMap<>();

    Concepts() {
        for (String line : Lists.lines("concepts.txt")) {
            int colon = line.indexOf(": ");
            Concept concept = Concept.of(line.substring(0, colon));
            for (String saying : BLANK.splitAsStream(line.substring(colon + 2)).toList()) {
                sayings.add(new Saying(
                        concept,
                        PLUS.splitAsStream(saying).map(Lists.Wording::of).toList()));
            }
        }
    }

    /** @param word in lower case */
    boolean saysNothing(String word) {
        return parts(word).stream()
                .anyMatch(part -> sayings.get(part.saying()).concept().kind() == Concept.Kind.NOTHING);
    }

    /**
     * What a sentence speaks of, each concept with the words that say it.
     *
     * @param words in lower case
     */
    Map<Concept, Set<String>> of(List<String> words) {
        Map<Concept, Set<String>> concepts = new LinkedHashMap<>();
        Map<Integer, Set<Integer>> begun = new HashMap<>();
        for (String word : words) {
            for (Part part : parts(word)) {
                Saying saying = sayings.get(part.saying());
                Set<Integer> said = begun.computeIfAbsent(part.saying(), s -> new HashSet<>());
                said.add(part.place());
                if (said.size() == saying.words().size() && saying.concept().kind() != Concept.Kind.NOTHING) {
                    concepts.computeIfAbsent(saying.concept(), c -> new LinkedHashSet<>())
                            .add(word);
                }
            }
        }
        return concepts;
    }

    private List<Part> parts(String word) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(word, this::find);
    }

    private List<Part> find(String word) {
        List<Part> parts = new ArrayList<>();
        for (int saying = 0; saying < sayings.size(); saying++) {
            List<Lists.Wording> words = sayings.get(saying).words();
            for (int place = 0; place < words.size(); place++) {
                if (words.get(place).fits(word)) {
                    parts.add(new Part(saying, place));
                }
            }
        }
        return List.copyOf(parts);
    }
}

package se.koalition.portal.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What words speak of, by {@code concepts.txt}: läxhjälp and plugga are about the same. */
final class Concepts {

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern PLUS = Pattern.compile("\\+");
    private static final Pattern LOW_LINE = Pattern.compile("_");
    private static final String NEAR = "=";
    private static final int LEAST_LETTERS = 3;
    private static final int MOST_KNOWN = 100_000;

    /** Words that together say a concept; mostly it is one. They stand anywhere in a sentence, or one after the other. */
    private record Saying(Concept concept, List<Lists.Wording> words, boolean inOrder) {

        static Saying of(Concept concept, String written) {
            boolean inOrder = written.contains("_");
            return new Saying(
                    concept,
                    (inOrder ? LOW_LINE : PLUS)
                            .splitAsStream(written)
                            .map(Lists.Wording::of)
                            .toList(),
                    inOrder);
        }

        /** Whether the last of these words ends what is to be said word by word. */
        boolean endsAt(int last, List<String> spoken) {
            int first = last - words.size() + 1;
            return first >= 0
                    && IntStream.range(0, words.size())
                            .allMatch(i -> words.get(i).fits(spoken.get(first + i)));
        }
    }

    /** The word at a place in a saying. */
    private record Part(int saying, int place) {}

    private final List<Saying> sayings = new ArrayList<>();
    /** Who speaks of one concept may well mean another. */
    private final Map<String, Set<String>> near = new HashMap<>();
    /** Which parts a word can be: the same words come again and again. */
    private final Map<String, List<Part>> known = new ConcurrentHashMap<>();

    Concepts() {
        for (String line : Lists.lines("concepts.txt")) {
            int colon = line.indexOf(": ");
            String name = line.substring(0, colon);
            for (String saying : BLANK.splitAsStream(line.substring(colon + 2)).toList()) {
                if (name.equals(NEAR)) {
                    List<String> both = PLUS.splitAsStream(saying).toList();
                    addNear(both.getFirst(), both.getLast());
                    addNear(both.getLast(), both.getFirst());
                } else {
                    sayings.add(Saying.of(Concept.of(name), saying));
                }
            }
        }
    }

    private void addNear(String name, String other) {
        near.computeIfAbsent(name, n -> new TreeSet<>()).add(other);
    }

    /** Names of what somebody who speaks of this concept may also mean. */
    Set<String> near(Concept concept) {
        return near.getOrDefault(concept.name(), Set.of());
    }

    /**
     * Whether it tells nothing of what a posting is about.
     *
     * @param word in lower case
     */
    boolean saysNothing(String word) {
        return word.length() < LEAST_LETTERS
                || parts(word).stream()
                        .map(part -> sayings.get(part.saying()).concept().kind())
                        .anyMatch(kind -> kind == Concept.Kind.NOTHING || kind == Concept.Kind.AGES);
    }

    /**
     * What a sentence speaks of, each concept with the words that say it.
     *
     * @param words in lower case
     */
    Map<Concept, Set<String>> of(List<String> words) {
        Map<Concept, Set<String>> concepts = new LinkedHashMap<>();
        Map<Integer, Set<Integer>> begun = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            for (Part part : parts(word)) {
                Saying saying = sayings.get(part.saying());
                Set<Integer> said = begun.computeIfAbsent(part.saying(), s -> new HashSet<>());
                said.add(part.place());
                boolean whole = saying.inOrder()
                        ? saying.endsAt(i, words)
                        : said.size() == saying.words().size();
                if (whole && saying.concept().kind() != Concept.Kind.NOTHING) {
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

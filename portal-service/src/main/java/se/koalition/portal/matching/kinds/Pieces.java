package se.koalition.portal.matching.kinds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.SwedishStemmer;

/**
 * Cuts a text into what it may have in common with another: stems, two stems in a row, and pieces of a few letters.
 * Pieces are what Swedish compounds share: <em>läxhjälpare</em> and <em>läxor</em> are other words, with other stems.
 */
final class Pieces {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 5;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}-]+");
    /** Where a word begins and ends tells something too. */
    private static final String EDGE = "|";

    private static final String STEM = "=";

    private final Predicate<String> ignored;

    /** @param ignored words, in lower case, that tell nothing of what a text is about */
    Pieces(Predicate<String> ignored) {
        this.ignored = ignored;
    }

    /** In lower case. */
    List<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !ignored.test(word))
                .toList();
    }

    /** Of one word, as it stands among {@link #words}; its stem first. */
    List<String> of(String word) {
        List<String> pieces = new ArrayList<>();
        pieces.add(stem(word));
        String whole = EDGE + word + EDGE;
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int from = 0; from + length <= whole.length(); from++) {
                pieces.add(whole.substring(from, from + length));
            }
        }
        return pieces;
    }

    /** All of a text, with how often it has them. */
    Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String last = "";
        for (String word : words(text)) {
            List<String> pieces = of(word);
            pieces.forEach(piece -> counts.merge(piece, 1, Integer::sum));
            String stem = pieces.getFirst();
            if (!last.isEmpty()) {
                counts.merge(last + stem, 1, Integer::sum);
            }
            last = stem;
        }
        return counts;
    }

    private static String stem(String word) {
        SwedishStemmer stemmer = new SwedishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return STEM + stemmer.getCurrent();
    }
}

package se.koalition.portal.pages.actors;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names may mean the same organisation: a hint that puts them first; whoever looks decides. */
final class Alike {

    /** Words that say what something is and not which one. */
    private static final Set<String> TELLING_LITTLE =
            Set.of("kommun", "region", "lan", "ab", "och", "i", "for", "forening", "foreningen", "skola", "skolan");

    private Alike() {}

    /** One word alone is part of a longer name only if the rest of that says little: Lund in Lunds kommun. */
    static boolean are(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        return isPartOf(a, b) || isPartOf(b, a);
    }

    private static boolean isPartOf(List<String> shorter, List<String> longer) {
        return longer.containsAll(shorter)
                && tells(shorter)
                && (shorter.size() > 1
                        || !tells(longer.stream()
                                .filter(word -> !shorter.contains(word))
                                .toList()));
    }

    private static boolean tells(List<String> words) {
        return words.stream().anyMatch(word -> !TELLING_LITTLE.contains(word));
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .map(word -> word.equals("stad") ? "kommun" : word)
                .toList();
    }
}

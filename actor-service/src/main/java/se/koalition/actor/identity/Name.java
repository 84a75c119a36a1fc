package se.koalition.actor.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is compared with others: small letters without marks, words without the genitive's s, “kommun” and
 * “stad” one word. Two bit masks rule most other names out at once, so that thousands are looked through in no time.
 *
 * @param words in their order
 * @param wordMask one bit for each word, by its hash
 * @param letterMask one bit for each letter or digit that occurs
 */
public record Name(List<String> words, long wordMask, long letterMask) {

    /** Words that say what something is and not which one; a name of these alone is like no other. */
    private static final Set<String> TELLING_LITTLE = Set.of(
            "kommun",
            "region",
            "lan",
            "ab",
            "och",
            "i",
            "for",
            "forening",
            "foreningen",
            "skola",
            "skolan",
            "the",
            "of",
            "and",
            "forvaltning",
            "forvaltningen",
            "avdelning",
            "avdelningen",
            "enheten",
            "kontoret");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** Why two names are alike, the strongest reason first. */
    public enum Likeness {
        /** The same words, in whatever order. */
        SAME_WORDS,
        /** All words of one stand in the other. */
        PART_OF,
        /** Words that differ by a letter, in long ones by two. */
        SPELLING;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Name of(String written) {
        String plain = MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .map(Name::root)
                .toList();
        long wordMask =
                words.stream().mapToLong(word -> 1L << (word.hashCode() & 63)).reduce(0, (a, b) -> a | b);
        long letterMask = plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToLong(c -> 1L << (c & 63))
                .reduce(0, (a, b) -> a | b);
        return new Name(words, wordMask, letterMask);
    }

    private static String root(String word) {
        String bare = word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return bare.equals("stad") ? "kommun" : bare;
    }

    /** Null if they have little to do with each other; the same whichever is asked about the other. */
    public @Nullable Likeness to(Name other) {
        if (wordMask == other.wordMask && Set.copyOf(words).equals(Set.copyOf(other.words))) {
            return tells(words) ? Likeness.SAME_WORDS : null;
        }
        if (isPartOf(other) || other.isPartOf(this)) {
            return Likeness.PART_OF;
        }
        return isSpeltLike(other) ? Likeness.SPELLING : null;
    }

    /** One word alone is part of a longer name only if the rest of that says little: Lund in Lunds kommun. */
    private boolean isPartOf(Name longer) {
        if ((wordMask & ~longer.wordMask) != 0 || !longer.words.containsAll(words) || !tells(words)) {
            return false;
        }
        return words.size() > 1
                || !tells(longer.words.stream().filter(w -> !words.contains(w)).toList());
    }

    private static boolean tells(List<String> words) {
        return words.stream().anyMatch(word -> !TELLING_LITTLE.contains(word));
    }

    private boolean isSpeltLike(Name other) {
        if (words.size() != other.words.size() || Long.bitCount(letterMask ^ other.letterMask) > 4) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!Spelling.alike(words.get(i), other.words.get(i))) {
                return false;
            }
        }
        return tells(words);
    }
}

package se.koalition.portal.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.springframework.util.function.SingletonSupplier;
import se.koalition.portal.matching.kinds.Example;
import se.koalition.portal.matching.kinds.Kinds;

/** Reads what people wrote, in Swedish. A concept weighs more than a word, and what somebody asks for more than why. */
final class Reading {

    private static final double TITLE = 1.6;
    private static final double ASKED = 1.3;
    private static final double TOLD = 1;
    private static final double HELP = 3;
    private static final double THEME = 1.8;
    private static final double NEAR = 0.15;
    private static final double CIRCUMSTANCE = 1.2;

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final Pattern ASKS = Pattern.compile(
            "\\b(söker|behöver|behövs|vill|letar|önskar|önskas|saknar|finns det)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    /** "Inte läxor utan relation": of what is denied a posting does not speak. */
    private static final Pattern DENIED = Pattern.compile(
            "\\b(inte|inga|ingen|inget|ej) \\p{L}+(?= utan\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** "Utan avgift" costs nothing. */
    private static final Pattern FREE =
            Pattern.compile("(?U)\\b(utan|ingen|inga|fri|fritt|fria|gratis|0|noll) (från )?\\p{L}+");

    private static final int MOST_KNOWN = 20_000;

    /** Learned when it is first needed: that takes a second or two, which no start has to wait for. */
    private final Supplier<Kinds> kinds = SingletonSupplier.of(this::learn);

    private final Concepts concepts = new Concepts();
    private final Places places = new Places();
    private final SwedishAnalyzer analyzer = new SwedishAnalyzer();
    /** Most postings are the same at the next question, and reading is what takes the time. */
    private final Cache<Posting, Read> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    private Kinds learn() {
        List<Example> examples =
                Lists.lines("examples.tsv").stream().map(Example::of).toList();
        return new Kinds(examples, places::isPlace);
    }

    /** What it has learned; whoever asks early spares the next reading the wait. */
    Kinds kinds() {
        return kinds.get();
    }

    Read read(Posting posting) {
        return Objects.requireNonNull(known.get(posting, this::readAnew));
    }

    private Read readAnew(Posting posting) {
        Read read = new Read(places.of(posting));
        add(posting.title(), TITLE, read);
        SENTENCES
                .splitAsStream(posting.text())
                .forEach(sentence -> add(sentence, ASKS.matcher(sentence).find() ? ASKED : TOLD, read));
        for (String theme : posting.themes()) {
            Read alone = new Read(read.reach());
            add(theme, THEME, alone);
            read.addTheme(theme, alone);
        }
        String all = posting.title() + ". " + posting.text() + " " + String.join(" ", posting.themes());
        kinds().of(all, word -> !concepts.saysNothing(word)).forEach(read::add);
        return read;
    }

    private void add(String sentence, double weight, Read read) {
        String said = DENIED.matcher(sentence).replaceAll("").toLowerCase(Locale.ROOT);
        read.ages().read(said);
        for (Token token : tokens(said)) {
            if (!concepts.saysNothing(token.word()) && !places.isPlace(token.word())) {
                read.add(token.stem(), token.word(), weight);
            }
        }
        concepts.of(List.of(WORDS.split(said))).forEach((concept, words) -> {
            switch (concept.kind()) {
                case CONDITION -> {}
                case AGES -> read.ages().addRange(concept.name());
                case CIRCUMSTANCE -> words.forEach(word -> read.add(concept.feature(), word, weight * CIRCUMSTANCE));
                default -> words.forEach(word -> add(concept, word, weight, read));
            }
        });
        concepts.of(List.of(WORDS.split(FREE.matcher(said).replaceAll("")))).keySet().stream()
                .filter(concept -> concept.kind() == Concept.Kind.CONDITION)
                .forEach(concept -> read.addCondition(concept.name()));
    }

    private void add(Concept concept, String word, double weight, Read read) {
        read.add(concept.feature(), word, weight * HELP);
        concepts.near(concept).forEach(near -> read.add("@" + near, word, weight * HELP * NEAR));
        if (concept.kind() == Concept.Kind.PLACED) {
            read.setPlaced();
        }
    }

    private record Token(String stem, String word) {}

    private List<Token> tokens(String text) {
        List<Token> found = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = text.substring(place.startOffset(), place.endOffset());
                found.add(new Token(stem.toString(), word.toLowerCase(Locale.ROOT)));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}

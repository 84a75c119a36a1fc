package se.koalition.portal.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Reads what people wrote, in Swedish. A concept weighs more than a word, and what somebody asks for more than why. */
final class Reading {

    private static final double TITLE = 1.3;
    private static final double ASKED = 1.4;
    private static final double TOLD = 1;
    private static final double HELP = 3;
    private static final double CIRCUMSTANCE = 1.5;

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final Pattern ASKS = Pattern.compile(
            "\\b(söker|behöver|behövs|vill|letar|önskar|önskas|saknar|finns det)\\b", Pattern.CASE_INSENSITIVE);
    /** "Inte läxor utan relation": of what is denied a posting does not speak. */
    private static final Pattern DENIED =
            Pattern.compile("\\b(inte|inga|ingen|inget|ej) \\p{L}+(?= utan\\b)", Pattern.CASE_INSENSITIVE);

    private static final int MOST_KNOWN = 20_000;

    private final Concepts concepts = new Concepts();
    private final Places places = new Places();
    private final SwedishAnalyzer analyzer = new SwedishAnalyzer();
    /** Most postings are the same at the next question, and reading is what takes the time. */
    private final Cache<Posting, Read> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

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
            add(theme, TOLD, alone);
            read.addTheme(theme, alone);
        }
        return read;
    }

    private void add(String sentence, double weight, Read read) {
        String said = DENIED.matcher(sentence).replaceAll("");
        for (Token token : tokens(said)) {
            if (!concepts.saysNothing(token.word()) && !places.isPlace(token.word())) {
                read.add(token.stem(), token.word(), weight);
            }
        }
        concepts.of(List.of(WORDS.split(said.toLowerCase(Locale.ROOT)))).forEach((concept, words) -> {
            switch (concept.kind()) {
                case CONDITION -> read.addCondition(concept.name());
                case CIRCUMSTANCE -> words.forEach(word -> read.add(concept.feature(), word, weight * CIRCUMSTANCE));
                default -> words.forEach(word -> read.add(concept.feature(), word, weight * HELP));
            }
        });
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

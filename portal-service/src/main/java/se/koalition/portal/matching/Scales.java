package se.koalition.portal.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs what postings hold: what few of them speak of says most (TF-IDF). */
final class Scales {

    /**
     * A posting ready to be compared.
     *
     * @param vector weight by feature, of length 1 where anything could be read
     */
    record Weighed(Posting posting, Read read, Map<String, Double> vector) {}

    /** How much of the likeness is in words and concepts that are said, and how much in the kinds that are meant. */
    private static final double SAID = Math.sqrt(0.4);

    private static final double MEANT = Math.sqrt(0.6);

    private final Reading reading;
    private final Map<String, Integer> frequencies = new HashMap<>();
    private int postings;

    Scales(Reading reading) {
        this.reading = reading;
    }

    /** Takes part in what is rare and what is not. */
    void calibrate(Collection<Posting> more) {
        postings += more.size();
        more.forEach(posting -> reading.read(posting).features().forEach(f -> frequencies.merge(f, 1, Integer::sum)));
    }

    List<Weighed> weigh(Collection<Posting> postings) {
        return postings.stream().map(this::weigh).toList();
    }

    private Weighed weigh(Posting posting) {
        Read read = reading.read(posting);
        Map<String, Double> vector = new HashMap<>();
        read.features().forEach(feature -> {
            double rarity = Math.log(1 + (double) postings / frequencies.getOrDefault(feature, 1));
            vector.put(feature, read.weight(feature) * rarity);
        });
        stretch(vector, SAID);
        Map<String, Double> kinds = new HashMap<>(read.kinds());
        stretch(kinds, MEANT);
        vector.putAll(kinds);
        return new Weighed(posting, read, vector);
    }

    private static void stretch(Map<String, Double> vector, double toLength) {
        double length =
                Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
        vector.replaceAll((feature, weight) -> weight / length * toLength);
    }
}

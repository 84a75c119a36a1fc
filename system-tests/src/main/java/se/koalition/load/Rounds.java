package se.koalition.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rounds of one measure, of which the median counts. */
final class Rounds {

    private final List<Double> rates = new ArrayList<>();
    private final Tally all = new Tally();

    Round add(Round round) {
        rates.add(round.perSecond());
        all.addAll(round.tally());
        return round;
    }

    double median() {
        List<Double> sorted = rates.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    Samples latencies() {
        return all.accepted;
    }

    /** The median with the least and the most, for how far to trust it. */
    String rate() {
        return String.format(
                Locale.ROOT,
                "%,.0f/s (%,.0f-%,.0f)",
                median(),
                rates.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                rates.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
    }

    /** 409, 503 and everything else that was not accepted. */
    String refused() {
        return all.conflicts + " / " + all.unavailable + " / " + all.others;
    }
}

package se.koalition.load;

import java.util.List;
import java.util.Locale;

/** One line of the table. */
record Row(String measure, String ours, String floor, String ratio, String aim) {

    static final Row HEAD = new Row("measure", "ours", "floor", "ratio", "aim");
    static final String NONE = "-";

    /** Something that is better the more it is. */
    static Row of(String measure, Rounds ours, Rounds floor, String aim) {
        return new Row(measure, ours.rate(), floor.rate(), ratio(ours.median(), floor.median()), aim);
    }

    /** A percentile of how long something took. */
    static Row of(String measure, double percent, Samples ours, Samples floor, String aim) {
        double mine = ours.percentile(percent);
        double least = floor.percentile(percent);
        return new Row(measure, millis(mine), millis(least), ratio(mine, least), aim);
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f ms", value);
    }

    private static String ratio(double ours, double floor) {
        return String.format(Locale.ROOT, "%.2f", ours / floor);
    }

    List<String> cells() {
        return List.of(measure, ours, floor, ratio, aim);
    }
}

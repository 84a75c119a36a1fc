package se.koalition.portal.matching.kinds;

import java.util.Arrays;

/**
 * Standard scores of evidence: by how many standard deviations there is more of it for a kind than texts usually give.
 * Some kinds are spoken for by almost any text; beside what is usual that counts for nothing.
 */
final class Scores {

    private final double[] sums;
    private final double[] squares;
    private int texts;

    Scores(int kinds) {
        sums = new double[kinds];
        squares = new double[kinds];
    }

    /** Takes it as usual. */
    void learn(double[] evidence) {
        double[] beside = besideOthers(evidence);
        for (int kind = 0; kind < beside.length; kind++) {
            sums[kind] += beside[kind];
            squares[kind] += beside[kind] * beside[kind];
        }
        texts++;
    }

    /** Measured by the text's own standard deviation, so that long and short texts stand out alike. */
    double[] of(double[] evidence) {
        double[] scores = besideOthers(evidence);
        for (int kind = 0; kind < scores.length; kind++) {
            double mean = sums[kind] / texts;
            double deviation = Math.sqrt(Math.max(0, squares[kind] / texts - mean * mean));
            scores[kind] = deviation == 0 ? 0 : (scores[kind] - mean) / deviation;
        }
        double spread = deviation(scores);
        return spread == 0
                ? scores
                : Arrays.stream(scores).map(score -> score / spread).toArray();
    }

    /** Less the mean over all kinds. */
    static double[] besideOthers(double[] evidence) {
        double sum = 0;
        for (double one : evidence) {
            sum += one;
        }
        double[] beside = new double[evidence.length];
        for (int kind = 0; kind < beside.length; kind++) {
            beside[kind] = evidence[kind] - sum / evidence.length;
        }
        return beside;
    }

    private static double deviation(double[] scores) {
        double squares = 0;
        for (double one : besideOthers(scores)) {
            squares += one * one;
        }
        return Math.sqrt(squares / scores.length);
    }
}

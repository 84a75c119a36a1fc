package se.koalition.portal.matching.kinds;

import java.util.Arrays;

/** An amount for some of many indices, as a sparse vector has them. */
public final class Amounts {

    private int[] indices = new int[4];
    private float[] amounts = new float[4];
    private int size;

    /** Takes one of them. */
    @FunctionalInterface
    interface Taker {
        void take(int index, double amount);
    }

    public void add(int index, double amount) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        indices[size] = index;
        amounts[size++] = (float) amount;
    }

    /** Adds each amount, so many times, to the sum that has its index. */
    public void addTo(double[] sums, double times) {
        for (int i = 0; i < size; i++) {
            sums[indices[i]] += times * amounts[i];
        }
    }

    void forEach(Taker taker) {
        for (int i = 0; i < size; i++) {
            taker.take(indices[i], amounts[i]);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    double total() {
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += amounts[i];
        }
        return total;
    }

    /** In the same proportions, as a vector of length 1. */
    Amounts ofLengthOne() {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += amounts[i] * amounts[i];
        }
        Amounts scaled = new Amounts();
        scaled.indices = Arrays.copyOf(indices, Math.max(1, size));
        scaled.amounts = new float[Math.max(1, size)];
        scaled.size = size;
        for (int i = 0; i < size; i++) {
            scaled.amounts[i] = (float) (amounts[i] / Math.sqrt(squares));
        }
        return scaled;
    }
}

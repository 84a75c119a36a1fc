package se.koalition.portal.matching.kinds;

import java.util.Arrays;

/** An amount for some of many indices, as a sparse vector has them. */
public final class Amounts {

    private int[] indices = {};
    private float[] amounts = {};
    private int size;

    /** Takes one of them. */
    @FunctionalInterface
    interface Taker {
        void take(int index, double amount);
    }

    public void add(int index, double amount) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, size * 2 + 4);
            amounts = Arrays.copyOf(amounts, size * 2 + 4);
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

    /** Makes it a vector of length 1 in the same proportions. */
    void stretchToOne() {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += amounts[i] * amounts[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < size; i++) {
            amounts[i] = (float) (amounts[i] / length);
        }
    }

    /** Gives back the room for more. */
    void trim() {
        indices = Arrays.copyOf(indices, size);
        amounts = Arrays.copyOf(amounts, size);
    }
}

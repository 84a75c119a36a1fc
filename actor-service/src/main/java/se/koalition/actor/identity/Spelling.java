package se.koalition.actor.identity;

import java.util.Arrays;

/** Whether one word may be the other, mistyped. */
final class Spelling {

    private Spelling() {}

    /** Short words and words with digits must be the same: school 1 is not school 2. */
    static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        int allowed = shorter >= 10 ? 2 : shorter >= 5 ? 1 : 0;
        return Math.abs(one.length() - other.length()) <= allowed
                && allowed > 0
                && !hasDigit(one)
                && !hasDigit(other)
                && within(allowed, one, other);
    }

    private static boolean hasDigit(String word) {
        return word.codePoints().anyMatch(Character::isDigit);
    }

    /**
     * Letters to insert, drop, replace or swap with their neighbour (Damerau, optimal string alignment). Counted up to
     * the limit only: words may be as long as a name, and are compared with thousands.
     */
    private static boolean within(int limit, String one, String other) {
        int far = limit + 1;
        int[] beforeLast = filled(other.length() + 1, far);
        int[] last = filled(other.length() + 1, far);
        for (int j = 0; j <= Math.min(limit, other.length()); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = filled(other.length() + 1, far);
            now[0] = Math.min(i, far);
            int least = now[0];
            for (int j = Math.max(1, i - limit); j <= Math.min(other.length(), i + limit); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(last[j], now[j - 1]) + 1);
                if (swapped(one, i, other, j)) {
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, now[j]);
            }
            if (least > limit) {
                return false;
            }
            beforeLast = last;
            last = now;
        }
        return last[other.length()] <= limit;
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }

    private static int[] filled(int length, int value) {
        int[] row = new int[length];
        Arrays.fill(row, value);
        return row;
    }
}

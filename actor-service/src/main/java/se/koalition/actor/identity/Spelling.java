package se.koalition.actor.identity;

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
                && distance(one, other) <= allowed;
    }

    private static boolean hasDigit(String word) {
        return word.codePoints().anyMatch(Character::isDigit);
    }

    /** Letters to insert, drop, replace or swap with their neighbour (Damerau, optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }
}

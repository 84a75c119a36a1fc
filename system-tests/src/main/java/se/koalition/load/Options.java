package se.koalition.load;

import java.time.Duration;

/**
 * What was typed after {@code ./koalition load}.
 *
 * @param rounds of ours and the floor in turn; the median of them counts
 */
record Options(boolean quick, int rounds) {

    static final String HELP = """
            ./koalition load [--quick] [--rounds N]
              --quick     shorter rounds, for a first impression
              --rounds N  rounds of each throughput, 3 unless told, of which the median counts""";

    Options {
        if (rounds < 1 || rounds > 9) {
            throw new IllegalArgumentException("--rounds must be between 1 and 9.");
        }
    }

    static Options parse(String... typed) {
        boolean quick = false;
        int rounds = 3;
        for (int i = 0; i < typed.length; i++) {
            switch (typed[i]) {
                case "--quick" -> quick = true;
                case "--rounds" -> rounds = number(++i < typed.length ? typed[i] : "");
                default -> throw new IllegalArgumentException("There is no option " + typed[i] + ".\n" + HELP);
            }
        }
        return new Options(quick, rounds);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--rounds needs a number, for example --rounds 5.", e);
        }
    }

    Duration warmUp() {
        return Duration.ofSeconds(quick ? 5 : 10);
    }

    /** How many requests a warm-up has at least, if there is time. */
    int warmUpRequests() {
        return quick ? 1_500 : 5_000;
    }

    Duration round() {
        return Duration.ofSeconds(quick ? 2 : 6);
    }

    Duration visibility() {
        return Duration.ofSeconds(quick ? 8 : 25);
    }
}

package se.koalition.local.launcher;

/** Ends a command with one sentence that says what to do. */
final class Stop extends RuntimeException {

    Stop(String sentence) {
        super(sentence);
    }
}

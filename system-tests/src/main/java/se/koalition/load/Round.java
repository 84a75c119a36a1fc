package se.koalition.load;

/** One round of all clients together. */
record Round(Tally tally, double seconds) {

    /** Only what was accepted counts. */
    double perSecond() {
        return tally.accepted.size() / seconds;
    }
}

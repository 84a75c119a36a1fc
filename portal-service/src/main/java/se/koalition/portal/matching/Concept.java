package se.koalition.portal.matching;

/** Something that postings speak of. */
record Concept(String name, Kind kind) {

    /** What it means that two postings speak of the same. */
    enum Kind {
        /** A kind of help or of trouble: what a posting is about. */
        HELP(""),
        /** A kind of help that has a place and cannot come to those who need it. */
        PLACED("^"),
        /** Whom or what it is done with: says less. */
        CIRCUMSTANCE("~"),
        /** For others than most: an offer that says so fits only a need that says so too. */
        CONDITION("!"),
        /** For whom it is: the name tells from which age to which. */
        AGES("&"),
        /** Nothing: anybody can write it about anything. */
        NOTHING("-");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    static Concept of(String written) {
        for (Kind kind : Kind.values()) {
            if (!kind.mark.isEmpty() && written.startsWith(kind.mark)) {
                return new Concept(written.substring(kind.mark.length()), kind);
            }
        }
        return new Concept(written, Kind.HELP);
    }

    /** No stem of a word begins like this. */
    String feature() {
        return "@" + name;
    }
}

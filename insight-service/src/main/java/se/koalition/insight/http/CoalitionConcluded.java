package se.koalition.insight.http;

/** The coalition has concluded its work: it stays as it is, and nothing joins or begins in it any more. */
public final class CoalitionConcluded extends RuntimeException {

    public CoalitionConcluded() {
        super("The coalition is concluded: nothing in it can be added or changed any more.");
    }
}

package se.koalition.insight.http;

/** The caller may not do this to this object. */
public final class Forbidden extends RuntimeException {

    public Forbidden(String message) {
        super(message);
    }
}

package se.koalition.notification.http;

/** The caller may not do this to this object. */
public final class Forbidden extends RuntimeException {

    public Forbidden(String message) {
        super(message);
    }
}

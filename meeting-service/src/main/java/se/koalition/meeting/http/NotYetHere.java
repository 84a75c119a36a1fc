package se.koalition.meeting.http;

/** What the caller has seen elsewhere has not come to this service yet; a moment later it will have. */
public final class NotYetHere extends RuntimeException {

    public NotYetHere() {
        super("This service has not heard of your last change yet. Try again in a moment.");
    }
}

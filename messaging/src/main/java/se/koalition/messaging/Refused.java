package se.koalition.messaging;

/** Why a command was not carried out. A caller can act on each of these; anything else is a defect or an outage. */
public abstract sealed class Refused extends RuntimeException {

    private Refused(String message) {
        super(message);
    }

    /** No aggregate has this id. */
    public static final class NotFound extends Refused {
        public NotFound(String type, String id) {
            super("There is no " + type + " with the id " + id + ".");
        }
    }

    /** The caller's version is no longer the current one. */
    public static final class StaleVersion extends Refused {
        StaleVersion(long expected, long current) {
            super("You had version " + expected + ", the current one is " + current + ". Read it again, then retry.");
        }
    }

    /** The id is taken by another request, or too many writers raced for one aggregate. */
    public static final class Conflict extends Refused {
        public Conflict(String message) {
            super(message);
        }
    }

    /** As many events as an aggregate may hold wait for the broker; accepting more could lose them. */
    public static final class OutboxFull extends Refused {
        OutboxFull(String id) {
            super("Too many changes of " + id + " wait to be told to others. Try again in a moment.");
        }
    }

    /** The event would not fit into a record of the broker. */
    public static final class EventTooLarge extends Refused {
        EventTooLarge(int bytes) {
            super("The content is too large: " + bytes + " bytes, at most " + OutboxEntry.MAX_BYTES + " are possible.");
        }
    }
}

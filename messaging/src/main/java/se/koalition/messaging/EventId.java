package se.koalition.messaging;

import java.util.Optional;

/**
 * Names one event, and with it a position in the life of one aggregate: {@code type:id:sequence}. The id may itself
 * hold colons (an Answer's is {@code meeting:member}), the type and the sequence never do.
 */
public record EventId(String aggregateType, String aggregateId, long sequence) {

    /** Reads what {@link #toString()} wrote; empty for anything else, for it comes from request headers too. */
    public static Optional<EventId> parse(String text) {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (first < 1 || last <= first + 1 || text.length() > 300) {
            return Optional.empty();
        }
        try {
            long sequence = Long.parseLong(text, last + 1, text.length(), 10);
            return sequence < 1
                    ? Optional.empty()
                    : Optional.of(new EventId(text.substring(0, first), text.substring(first + 1, last), sequence));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return aggregateType + ":" + aggregateId + ":" + sequence;
    }
}

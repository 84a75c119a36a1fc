package se.koalition.messaging;

/** An aggregate as the store has it; {@code version} is the sequence of its last event and its ETag. */
public record Stored<S>(EventId position, S state) {

    public String id() {
        return position.aggregateId();
    }

    public long version() {
        return position.sequence();
    }
}

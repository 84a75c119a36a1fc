package se.koalition.messaging;

import java.util.function.Function;

/**
 * How one kind of aggregate is stored and told to others.
 *
 * @param name the aggregate's type on the wire, such as {@code actors-import}
 * @param source the owning service, such as {@code actor-service}
 * @param topic where its events go
 * @param state the class that the store maps
 * @param wireState the public state: what others may know, as a record that no aggregate holds
 */
public record AggregateType<S>(
        String name, String source, String topic, Class<S> state, Function<S, Object> wireState) {

    /** The collection that holds the aggregates with their outboxes. */
    public String collection() {
        return name;
    }
}

package se.koalition.messaging;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.json.JsonMapper;

/** Makes the {@link Aggregates} of a service's types; each becomes a bean, which resync and preparation then find. */
public final class AggregatesFactory {

    private final MongoOperations mongo;
    private final Relay relay;
    private final JsonMapper json;
    private final Clock clock;

    AggregatesFactory(MongoOperations mongo, Relay relay, JsonMapper json, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    public <S> Aggregates<S> of(AggregateType<S> type) {
        return new Aggregates<>(type, mongo, relay, json, clock);
    }
}

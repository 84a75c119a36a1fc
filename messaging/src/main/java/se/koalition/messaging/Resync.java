package se.koalition.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Tells the current state of all aggregates of this service again, so that a new consumer or an expired topic is no
 * disaster. Safe to repeat and to break off.
 */
@Endpoint(id = "resync")
class Resync {

    private final List<Aggregates<?>> all;

    Resync(List<Aggregates<?>> all) {
        this.all = all;
    }

    /** How many aggregates of each type were told again. */
    @WriteOperation
    Map<String, Long> resync() {
        Map<String, Long> counts = new LinkedHashMap<>();
        all.forEach(aggregates -> counts.put(aggregates.type().name(), aggregates.resync()));
        return counts;
    }
}

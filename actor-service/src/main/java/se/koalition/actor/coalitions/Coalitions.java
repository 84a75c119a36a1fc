package se.koalition.actor.coalitions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.koalition.actor.http.CoalitionConcluded;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Refused;

/** What the other features may know of coalitions, and do to them. */
@Component
public class Coalitions {

    private static final Logger log = LoggerFactory.getLogger(Coalitions.class);

    private final Aggregates<Coalition> coalitions;

    Coalitions(Aggregates<Coalition> coalitions) {
        this.coalitions = coalitions;
    }

    /**
     * Passes for a coalition that takes in actors, members and whatever they do together.
     *
     * @throws Refused.NotFound if there is none
     * @throws CoalitionConcluded if its work is done
     */
    public void mustBeOpen(String id) {
        coalitions.get(id).state().requireOpen();
    }

    /** For those who have to go on when it is not. */
    public boolean isOpen(String id) {
        return coalitions.get(id).state().isOpen();
    }

    /** @param actorIds each takes part in the coalition */
    public EventId nameConvenors(String id, List<String> actorIds, String by) {
        return coalitions.change(id, null, by, c -> c.nameConvenors(actorIds)).position();
    }

    /** The actor that a duplicate was merged into convenes instead of it; a coalition that changes no more stays. */
    public void replaceConvenor(String id, String from, String to, @Nullable String by) {
        try {
            coalitions.change(
                    id,
                    null,
                    by,
                    c -> c.nameConvenors(c.convenors().stream()
                            .map(convenor -> convenor.equals(from) ? to : convenor)
                            .toList()));
        } catch (Refused.Conflict concluded) {
            log.info("The convenors of {} stay as they are: {}", id, concluded.getMessage());
        }
    }
}

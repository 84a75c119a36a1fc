package se.koalition.actor.coalitions;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.actor.http.CoalitionConcluded;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Refused;

/** What the other features may know of coalitions, and do to them. */
@Component
public class Coalitions {

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

    /** Ids of the actors that called the others together. */
    public List<String> convenors(String id) {
        return coalitions.get(id).state().convenors();
    }

    /** @param actorIds each takes part in the coalition, or convenes it already */
    public EventId nameConvenors(String id, List<String> actorIds, String by) {
        return coalitions.change(id, null, by, c -> c.nameConvenors(actorIds)).position();
    }

    /** Wherever it convenes, for it is found by what is stored: also where it does not take part any more. */
    public void replaceConvenor(String from, String to, @Nullable String by) {
        coalitions
                .findAll(eq("state.convenors", from))
                .forEach(found -> coalitions.change(found.id(), null, by, c -> c.replaceConvenor(from, to)));
    }
}

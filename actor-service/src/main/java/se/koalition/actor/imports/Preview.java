package se.koalition.actor.imports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.actors.KnownNames;
import se.koalition.actor.actors.Profile;

/** What would happen if a file were taken in. */
@Component
class Preview {

    private static final int MOST_ALIKE = 50;

    private final Actors actors;

    Preview(Actors actors) {
        this.actors = actors;
    }

    /**
     * The outcome in numbers, as it is now.
     *
     * @param similar rows that would become new actors though there is one whose name is alike; at most fifty
     */
    record Foreseen(int rows, int registered, int joined, int unchanged, List<Alike> similar) {}

    record Alike(String name, List<KnownNames.Similar> to) {}

    Foreseen of(List<Profile> rows, String coalitionId) {
        Map<String, Actors.Outcome> outcomes = actors.preview(rows, coalitionId);
        KnownNames known = actors.knownNames();
        List<Alike> similar = rows.stream()
                .map(Profile::name)
                .filter(name -> outcomes.get(name) == Actors.Outcome.REGISTERED)
                .map(name -> new Alike(name, known.similarTo(name)))
                .filter(alike -> !alike.to().isEmpty())
                .limit(MOST_ALIKE)
                .toList();
        return new Foreseen(
                rows.size(),
                Collections.frequency(outcomes.values(), Actors.Outcome.REGISTERED),
                Collections.frequency(outcomes.values(), Actors.Outcome.JOINED),
                Collections.frequency(outcomes.values(), Actors.Outcome.UNCHANGED),
                similar);
    }
}

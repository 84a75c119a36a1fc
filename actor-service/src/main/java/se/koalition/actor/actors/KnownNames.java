package se.koalition.actor.actors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.koalition.actor.identity.Name;

/** The names of all actors as they are at one moment, to find those that a new one may be confused with. */
public final class KnownNames {

    private static final int MOST = 5;

    private final List<Known> known;

    KnownNames(List<Known> known) {
        this.known = known;
    }

    /** @param compared the name as it is compared */
    record Known(String id, String name, Name compared) {
        static Known of(String id, String name) {
            return new Known(id, name, Name.of(name));
        }
    }

    /** An actor whose name is alike, and why. */
    public record Similar(String id, String name, Name.Likeness reason) {

        private static final Comparator<Similar> CLOSEST_FIRST = Comparator.comparing(Similar::reason)
                .thenComparing(Similar::name)
                .thenComparing(Similar::id);
    }

    /** The five closest, the closest first; an actor of this very name is not similar but the same. */
    public List<Similar> similarTo(String name) {
        String same = Actor.idFor(name);
        Name asked = Name.of(name);
        List<Similar> similar = new ArrayList<>();
        for (Known one : known) {
            Name.Likeness likeness = one.id().equals(same) ? null : asked.to(one.compared());
            if (likeness != null) {
                similar.add(new Similar(one.id(), one.name(), likeness));
            }
        }
        return similar.stream().sorted(Similar.CLOSEST_FIRST).limit(MOST).toList();
    }
}

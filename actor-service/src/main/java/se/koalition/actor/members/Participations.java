package se.koalition.actor.members;

import java.util.List;
import java.util.Optional;

/** What members must know of actors, who know members in turn. */
public interface Participations {

    /** Where the actor takes part, longest first; nowhere if there is no such actor. */
    List<String> of(String actorId);

    /** The actor that this one is now: another one if it was a duplicate. */
    String survivorId(String actorId);

    /**
     * The coalition whose coordinators care for the actor beside its own people: where it has taken part longest. A
     * coalition that it joins later gets no say about the actor's name and seats, or bringing a known actor in would
     * open to its coordinators what the actor's people see elsewhere.
     */
    default Optional<String> home(String actorId) {
        return of(actorId).stream().findFirst();
    }
}

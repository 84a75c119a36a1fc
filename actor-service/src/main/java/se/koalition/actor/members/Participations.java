package se.koalition.actor.members;

import java.util.List;

/** What members must know of actors, who know members in turn. */
public interface Participations {

    /** Where the actor takes part; nowhere if there is no such actor. */
    List<String> of(String actorId);
}

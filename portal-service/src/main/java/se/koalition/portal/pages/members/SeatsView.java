package se.koalition.portal.pages.members;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sits for an actor, or in a coalition for none of its actors.
 *
 * @param actorId none for those who represent no actor of the coalition
 * @param coalitionId the coalition whose roles the visitor gives and withdraws here, if any
 * @param may whether the visitor may add someone and change who sits there
 * @param home the coalition that decides about the actor's seats beside itself, where that is not the visitor's
 */
public record SeatsView(
        @Nullable String actorId,
        @Nullable String actorName,
        @Nullable String coalitionId,
        boolean may,
        @Nullable String home,
        List<Person> people) {

    /** @param coordinates names of coalitions; empty for the one that the page is about; null if none */
    public record Person(
            String id,
            String name,
            boolean deputy,
            @Nullable String coordinates,
            boolean self) {}
}

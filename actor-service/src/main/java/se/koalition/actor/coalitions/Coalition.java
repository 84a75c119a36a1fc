package se.koalition.actor.coalitions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;

/**
 * Organisations around one societal challenge. It never lists its actors: each actor knows where it takes part.
 *
 * @param convenors ids of the actors that called the others together
 * @param firstCoordinator named at the start; gone as soon as they are a member, for personal data lives there only
 */
record Coalition(
        String id,
        String name,
        String challenge,
        @Nullable String background,
        List<String> purposes,
        @Nullable String period,
        Phase phase,
        List<String> convenors,
        Instant startedAt,
        @Nullable FirstCoordinator firstCoordinator) {

    /** Where a coalition stands; later phases come with the commands that lead there. */
    enum Phase {
        /** Actors are being gathered. */
        FORMING
    }

    record FirstCoordinator(String name, String email, String language) {}

    record Started() implements Fact {
        static final String TYPE = "coalition.started.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record ConvenorsNamed(List<String> convenors) implements Fact {
        @Override
        public String type() {
            return "coalition.convenors-named.v1";
        }
    }

    Decision<Coalition> started() {
        return new Decision<>(this, new Started());
    }

    /** Naming the same ones again is nothing new. */
    @Nullable Decision<Coalition> nameConvenors(List<String> actorIds) {
        List<String> named = actorIds.stream().distinct().toList();
        if (named.equals(convenors)) {
            return null;
        }
        Coalition after = new Coalition(
                id, name, challenge, background, purposes, period, phase, named, startedAt, firstCoordinator);
        return new Decision<>(after, new ConvenorsNamed(named));
    }
}

package se.koalition.actor.coalitions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Unwrapped;
import se.koalition.actor.http.CoalitionConcluded;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;
import se.koalition.messaging.Refused;

/**
 * Organisations around one societal challenge. It never lists its actors: each actor knows where it takes part.
 *
 * @param description its fields lie beside the others in the store, as they did before they could be changed
 * @param convenors ids of the actors that called the others together
 * @param firstCoordinator named at the start; gone as soon as they are a member, for personal data lives there only
 */
record Coalition(
        String id,
        @Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_NULL) Description description,
        Phase phase,
        List<String> convenors,
        Instant startedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant concludedAt,
        @Nullable FirstCoordinator firstCoordinator) {

    /** Where a coalition stands; it only goes forward. */
    enum Phase {
        /** Actors are being gathered. */
        FORMING,
        /** The actors are at work. */
        ACTIVE,
        /** The work is done. What there is can be read; nothing changes, joins or begins any more. */
        CONCLUDED
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

    /** @param changed names of the fields that are other than before */
    record Described(List<String> changed) implements Fact {
        @Override
        public String type() {
            return "coalition.described.v1";
        }
    }

    record Activated() implements Fact {
        @Override
        public String type() {
            return "coalition.activated.v1";
        }
    }

    record Concluded() implements Fact {
        @Override
        public String type() {
            return "coalition.concluded.v1";
        }
    }

    Decision<Coalition> started() {
        return new Decision<>(this, new Started());
    }

    /** Naming the same ones again is nothing new. */
    @Nullable Decision<Coalition> nameConvenors(List<String> actorIds) {
        requireOpen();
        return named(actorIds);
    }

    /**
     * The actor that a duplicate was merged into convenes instead of it, also when the coalition is concluded: it is the
     * same organisation, and whoever reads who convened must not be led to an actor that is gone.
     */
    @Nullable Decision<Coalition> replaceConvenor(String from, String to) {
        return named(convenors.stream().map(id -> id.equals(from) ? to : id).toList());
    }

    private @Nullable Decision<Coalition> named(List<String> actorIds) {
        List<String> named = actorIds.stream().distinct().toList();
        return named.equals(convenors)
                ? null
                : new Decision<>(with(description, named, phase, activatedAt, concludedAt), new ConvenorsNamed(named));
    }

    /** Describing it as it is described already is nothing new. */
    @Nullable Decision<Coalition> describe(Description anew) {
        requireOpen();
        List<String> changed = anew.changedFrom(description);
        return changed.isEmpty()
                ? null
                : new Decision<>(with(anew, convenors, phase, activatedAt, null), new Described(changed));
    }

    /** Gathering is over, the work begins. */
    @Nullable Decision<Coalition> activate(Instant now) {
        requireOpen();
        return phase == Phase.ACTIVE
                ? null
                : new Decision<>(with(description, convenors, Phase.ACTIVE, now, null), new Activated());
    }

    /** There is no way back. */
    @Nullable Decision<Coalition> conclude(Instant now) {
        return switch (phase) {
            case FORMING ->
                throw new Refused.Conflict(
                        "The coalition has not begun its work yet. Activate it before concluding it.");
            case ACTIVE ->
                new Decision<>(with(description, convenors, Phase.CONCLUDED, activatedAt, now), new Concluded());
            case CONCLUDED -> null;
        };
    }

    boolean isOpen() {
        return phase != Phase.CONCLUDED;
    }

    void requireOpen() {
        if (!isOpen()) {
            throw new CoalitionConcluded();
        }
    }

    private Coalition with(
            Description described,
            List<String> named,
            Phase reached,
            @Nullable Instant activated,
            @Nullable Instant concluded) {
        return new Coalition(id, described, reached, named, startedAt, activated, concluded, firstCoordinator);
    }
}

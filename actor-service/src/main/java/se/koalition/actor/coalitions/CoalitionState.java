package se.koalition.actor.coalitions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A coalition as others know it: {@code contracts/schemas/coalition.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoalitionState(
        String id,
        String name,
        String challenge,
        @Nullable String background,
        List<String> purposes,
        @Nullable String period,
        String phase,
        List<String> convenors,
        Instant startedAt) {

    static CoalitionState of(Coalition c) {
        return new CoalitionState(
                c.id(),
                c.name(),
                c.challenge(),
                c.background(),
                c.purposes(),
                c.period(),
                c.phase().name().toLowerCase(Locale.ROOT),
                c.convenors(),
                c.startedAt());
    }
}

package se.koalition.actor.coalitions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.places.Municipality;

/** A coalition as others know it: {@code contracts/schemas/coalition.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoalitionState(
        String id,
        String name,
        String challenge,
        @Nullable String background,
        List<String> purposes,
        @Nullable String period,
        List<String> themes,
        List<Municipality> area,
        String phase,
        List<String> convenors,
        Instant startedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant concludedAt) {

    static CoalitionState of(Coalition c) {
        Description d = c.description();
        return new CoalitionState(
                c.id(),
                d.name(),
                d.challenge(),
                d.background(),
                d.purposes(),
                d.period(),
                d.themes(),
                d.area(),
                c.phase().name().toLowerCase(Locale.ROOT),
                c.convenors(),
                c.startedAt(),
                c.activatedAt(),
                c.concludedAt());
    }
}

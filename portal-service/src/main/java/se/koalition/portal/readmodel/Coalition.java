package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coalition as its owner tells it.
 *
 * @param area the municipalities that it means to cover
 * @param phase forming, active or concluded
 * @param convenors ids of the actors that call the others together
 */
public record Coalition(
        long sequence,
        String id,
        String name,
        String challenge,
        @Nullable String background,
        List<String> purposes,
        @Nullable String period,
        List<String> themes,
        List<Place> area,
        String phase,
        List<String> convenors,
        Instant startedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant concludedAt) {

    /** A municipality, by its code at Statistics Sweden. */
    public record Place(String code, String name) {}

    public Coalition {
        purposes = Absent.orEmpty(purposes);
        themes = Absent.orEmpty(themes);
        area = Absent.orEmpty(area);
        convenors = Absent.orEmpty(convenors);
    }

    /** Nothing joins, begins or changes in it any more. */
    public boolean concluded() {
        return phase.equals("concluded");
    }
}

package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coalition as its owner tells it.
 *
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
        String phase,
        List<String> convenors,
        Instant startedAt) {

    public Coalition {
        purposes = Absent.orEmpty(purposes);
        convenors = Absent.orEmpty(convenors);
    }
}

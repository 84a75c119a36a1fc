package se.koalition.portal.coverage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What coverage is counted from.
 *
 * @param area as the coalition set it; empty if it has not
 * @param themes those of the coalition
 * @param inside its actors
 * @param outside actors that are known and take no part in it
 */
record Ground(List<Coverage.Place> area, List<String> themes, List<Known> inside, List<Known> outside) {

    /**
     * An actor as far as coverage counts it.
     *
     * @param themes those that it named in the coalition, however they are capitalised
     * @param coalitions names of those where it takes part
     */
    record Known(
            String id,
            String name,
            String sector,
            @Nullable String municipality,
            Set<String> themes,
            List<String> coalitions) {}
}

package se.koalition.portal.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a posting reaches.
 *
 * @param home its municipality's, or none
 * @param named the places that its text names
 * @param everywhere it says so, or comes by wire
 */
record Reach(List<Places.Spot> home, List<Places.Spot> named, boolean everywhere) {

    private static final double NEAR = 20;
    /** Rooms and places to work at are gone to, every time. */
    private static final double NEAR_ENOUGH_TO_GO = 10;
    /** Who names places means them; who only lives somewhere may come. */
    private static final double LEAST_WHERE_NAMED = 0.3;

    private static final double LEAST = 0.8;

    /**
     * How near an offer comes to this need, from 1 downwards; 1 where nothing is known.
     *
     * @param placed it has a place and cannot come
     */
    double nearness(Reach offer, boolean placed) {
        List<Places.Spot> there = offer.named.isEmpty() ? offer.home : offer.named;
        if (offer.everywhere || there.isEmpty() || spots().isEmpty()) {
            return 1;
        }
        double kilometres = spots().stream()
                .flatMapToDouble(here -> there.stream().mapToDouble(here::kilometresTo))
                .min()
                .orElse(0);
        double near = placed ? NEAR_ENOUGH_TO_GO : NEAR;
        double least = placed || !offer.named.isEmpty() ? LEAST_WHERE_NAMED : LEAST;
        return kilometres <= near ? 1 : Math.max(least, near / kilometres);
    }

    /** Whether the offer is at home where the need is, or names that place. */
    boolean isSharedWith(Reach offer) {
        return home.stream().anyMatch(spot -> offer.home.contains(spot) || offer.named.contains(spot));
    }

    private List<Places.Spot> spots() {
        List<Places.Spot> spots = new ArrayList<>(home);
        spots.addAll(named);
        return spots;
    }
}

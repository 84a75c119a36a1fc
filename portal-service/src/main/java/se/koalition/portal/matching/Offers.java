package se.koalition.portal.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import se.koalition.portal.matching.kinds.Amounts;

/** All offers, by what they hold, so that a need is compared with those alone that share something. */
final class Offers {

    /** Likeness below this is chance. */
    private static final double LEAST = 0.05;

    private static final double FOR_OTHERS = 0.5;
    private static final double OTHER_AGE = 0.6;
    private static final double SAME_SECTOR = 0.95;
    private static final double MET_BEFORE = 0.98;
    /** Finer differences are chance too: there the sector decides. */
    private static final double GRAIN = 1000;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(Candidate::sameSector)
            .thenComparing(candidate -> candidate.offer().posting().id());

    private final List<Scales.Weighed> offers;
    private final Map<String, Amounts> holding = new HashMap<>();

    Offers(List<Scales.Weighed> offers) {
        this.offers = offers;
        for (int i = 0; i < offers.size(); i++) {
            int offer = i;
            offers.get(i)
                    .vector()
                    .forEach((feature, weight) ->
                            holding.computeIfAbsent(feature, f -> new Amounts()).add(offer, weight));
        }
    }

    /** An offer with how well it meets the need. */
    record Candidate(Scales.Weighed offer, double score, boolean sameSector, boolean met) {}

    /** The best for a need, best first. */
    List<Candidate> best(Scales.Weighed need, Met met, int most) {
        double[] likeness = new double[offers.size()];
        need.vector().forEach((feature, weight) -> {
            Amounts holders = holding.get(feature);
            if (holders != null) {
                holders.addTo(likeness, weight);
            }
        });
        PriorityQueue<Candidate> best = new PriorityQueue<>(BEST_FIRST.reversed());
        double worst = LEAST;
        for (int i = 0; i < likeness.length; i++) {
            // No score is above the likeness, but for the rounding.
            if (likeness[i] + 1 / GRAIN < worst || isOwn(need, offers.get(i))) {
                continue;
            }
            best.add(candidate(need, offers.get(i), likeness[i], met));
            if (best.size() > most) {
                best.remove();
                worst = Math.max(LEAST, best.element().score());
            }
        }
        return best.stream().sorted(BEST_FIRST).toList();
    }

    private static boolean isOwn(Scales.Weighed need, Scales.Weighed offer) {
        return need.posting().actorId().equals(offer.posting().actorId());
    }

    private static Candidate candidate(Scales.Weighed need, Scales.Weighed offer, double likeness, Met met) {
        boolean sameSector = need.posting().sector().equals(offer.posting().sector());
        boolean known = met.before(need.posting().actorId(), offer.posting().actorId());
        boolean forOthers = !need.read().conditions().containsAll(offer.read().conditions());
        double score = likeness
                * need.read().reach().nearness(offer.read().reach(), need.read().isPlaced())
                * (forOthers ? FOR_OTHERS : 1)
                * (need.read().ages().areOthersThan(offer.read().ages()) ? OTHER_AGE : 1)
                * (sameSector ? SAME_SECTOR : 1)
                * (known ? MET_BEFORE : 1);
        return new Candidate(offer, Math.round(score * GRAIN) / GRAIN, sameSector, known);
    }
}

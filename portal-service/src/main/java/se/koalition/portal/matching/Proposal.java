package se.koalition.portal.matching;

import java.util.List;

/**
 * An offer that could meet a need.
 *
 * @param score to sort by, between 0 and 1; across needs no more than a hint
 * @param reasons the weightiest first
 */
public record Proposal(String needId, String offerId, double score, List<Reason> reasons) {

    public Proposal {
        reasons = List.copyOf(reasons);
    }
}

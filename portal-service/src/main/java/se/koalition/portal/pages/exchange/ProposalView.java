package se.koalition.portal.pages.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could meet a need, or take up an offer.
 *
 * @param reasons in words
 * @param contact where contact is taken; null for who may not
 */
record ProposalView(
        PostingView posting, List<String> reasons, @Nullable String contact) {}

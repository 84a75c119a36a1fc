package se.koalition.portal.pages.exchange;

import java.util.List;

/**
 * A need and an offer that could meet it.
 *
 * @param reasons in words
 */
record PairView(PostingView need, PostingView offer, List<String> reasons) {}

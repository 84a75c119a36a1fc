package se.koalition.portal.pages.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pages show of a need or an offer, in the visitor's language.
 *
 * @param kind {@code need} or {@code offer}
 * @param path where its page is
 * @param actorId of an actor that has a page, else null
 * @param member who opened it, for members of the coalition
 */
record PostingView(
        String kind,
        String id,
        String path,
        String title,
        String text,
        List<String> themes,
        @Nullable String municipality,
        @Nullable String actorId,
        String actor,
        String sector,
        @Nullable String member,
        String status,
        String opened,
        String validUntil) {}

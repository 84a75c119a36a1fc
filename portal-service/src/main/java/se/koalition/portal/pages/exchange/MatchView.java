package se.koalition.portal.pages.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A match as its two actors see it, and the coalition's coordinators.
 *
 * @param by who took contact: the person and their actor
 * @param message for the two actors alone
 * @param mine whether the visitor represents one of the two
 */
record MatchView(
        String id,
        String coalitionId,
        String coalitionName,
        String need,
        String needPath,
        String needActorId,
        String needActor,
        String offer,
        String offerPath,
        String offerActorId,
        String offerActor,
        String status,
        String by,
        @Nullable String message,
        @Nullable String result,
        String contacted,
        @Nullable String met,
        @Nullable String concluded,
        boolean mine) {}

package se.koalition.notification.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An insight that a member shared with a coalition.
 *
 * @param text Markdown
 * @param actorId the actor for which the author shared it
 */
public record Insight(
        String id,
        String coalitionId,
        String title,
        String text,
        String authorId,
        @Nullable String actorId,
        Instant sharedAt) {}

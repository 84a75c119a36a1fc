package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an actor has learnt.
 *
 * @param text Markdown
 * @param visibility open to everyone, or to the coalition alone
 */
public record Insight(
        long sequence,
        String id,
        String coalitionId,
        String title,
        String text,
        List<String> themes,
        String visibility,
        String authorId,
        @Nullable String actorId,
        Instant sharedAt) {

    public Insight {
        themes = Absent.orEmpty(themes);
    }

    public boolean isPublic() {
        return visibility.equals("public");
    }
}

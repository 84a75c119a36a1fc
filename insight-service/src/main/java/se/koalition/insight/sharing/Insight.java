package se.koalition.insight.sharing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;

/**
 * What an actor learnt and tells the others.
 *
 * @param text Markdown; made into safe HTML by whoever shows it
 */
record Insight(
        String id,
        String coalitionId,
        String title,
        String text,
        List<String> themes,
        Visibility visibility,
        String authorId,
        @Nullable String actorId,
        Instant sharedAt) {

    enum Visibility {
        /** For everyone. */
        PUBLIC,
        /** For the coalition's members; visitors never learn of it. */
        COALITION
    }

    record Shared() implements Fact {
        @Override
        public String type() {
            return "insight.shared.v1";
        }
    }

    Decision<Insight> shared() {
        return new Decision<>(this, new Shared());
    }
}

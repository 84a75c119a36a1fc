package se.koalition.insight.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
        @JsonProperty("public")
        PUBLIC,
        /** For the coalition's members; visitors never learn of it. */
        @JsonProperty("coalition")
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

    /** An insight as others know it: {@code contracts/schemas/insight.state.json}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            String id,
            String coalitionId,
            String title,
            String text,
            List<String> themes,
            String visibility,
            String authorId,
            @Nullable String actorId,
            Instant sharedAt) {}

    State state() {
        return new State(
                id,
                coalitionId,
                title,
                text,
                themes,
                visibility.name().toLowerCase(Locale.ROOT),
                authorId,
                actorId,
                sharedAt);
    }
}

package se.koalition.insight.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An insight as others know it: {@code contracts/schemas/insight.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InsightState(
        String id,
        String coalitionId,
        String title,
        String text,
        List<String> themes,
        String visibility,
        String authorId,
        @Nullable String actorId,
        Instant sharedAt) {

    static InsightState of(Insight i) {
        return new InsightState(
                i.id(),
                i.coalitionId(),
                i.title(),
                i.text(),
                i.themes(),
                i.visibility().name().toLowerCase(Locale.ROOT),
                i.authorId(),
                i.actorId(),
                i.sharedAt());
    }
}

package se.koalition.actor.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An import as others know it, without its rows: {@code contracts/schemas/actors-import.state.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportState(
        String id,
        String coalitionId,
        int rows,
        String status,
        Instant acceptedAt,
        @Nullable Instant finishedAt,
        @Nullable OutcomeState outcome) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutcomeState(
            int registered,
            int joined,
            int unchanged,
            @Nullable Integer leftOut) {
        static OutcomeState of(ActorsImport i) {
            ActorsImport.Outcome o = i.outcome();
            return new OutcomeState(o.registered(), o.joined(), o.unchanged(), o.leftOut(i.size()));
        }
    }

    static ImportState of(ActorsImport i) {
        return new ImportState(
                i.id(),
                i.coalitionId(),
                i.size(),
                i.status().name().toLowerCase(Locale.ROOT),
                i.acceptedAt(),
                i.finishedAt(),
                i.status() == ActorsImport.Status.FINISHED ? OutcomeState.of(i) : null);
    }
}

package se.koalition.actor.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.koalition.actor.actors.Actors;
import se.koalition.actor.actors.Profile;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;

/**
 * A file of actors that was accepted whole and is then worked off row by row.
 *
 * @param by the coordinator who sent it
 * @param rows what is to be worked off; none any more when that is finished, for the actors have it all by then
 * @param done rows worked off so far; counted beside the versions, for progress is no fact
 */
record ActorsImport(
        String id,
        String coalitionId,
        String by,
        List<Profile> rows,
        int done,
        Outcome outcome,
        Status status,
        Instant acceptedAt,
        @Nullable Instant finishedAt) {

    enum Status {
        /** Valid and stored; being worked off, after a restart too. */
        ACCEPTED,
        /** Every row has been worked off, or left out because the coalition was concluded meanwhile. */
        FINISHED
    }

    /** How many actors were new, known but new in this coalition, or there already. */
    record Outcome(int registered, int joined, int unchanged) {
        static final Outcome NONE = new Outcome(0, 0, 0);

        Outcome plus(Actors.Outcome one) {
            return switch (one) {
                case REGISTERED -> new Outcome(registered + 1, joined, unchanged);
                case JOINED -> new Outcome(registered, joined + 1, unchanged);
                case UNCHANGED -> new Outcome(registered, joined, unchanged + 1);
            };
        }

        /** How many of so many rows are not among them; none if they all are. */
        @Nullable Integer leftOut(int rows) {
            int missing = rows - registered - joined - unchanged;
            return missing == 0 ? null : missing;
        }
    }

    record Accepted(int rows) implements Fact {
        @Override
        public String type() {
            return "actors-import.accepted.v1";
        }
    }

    /** @param leftOut rows that came too late, for the coalition was concluded; absent if there were none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finished(
            int registered,
            int joined,
            int unchanged,
            @Nullable Integer leftOut) implements Fact {
        @Override
        public String type() {
            return "actors-import.finished.v1";
        }
    }

    static Decision<ActorsImport> accept(String id, String coalitionId, String by, List<Profile> rows, Instant now) {
        var accepted =
                new ActorsImport(id, coalitionId, by, List.copyOf(rows), 0, Outcome.NONE, Status.ACCEPTED, now, null);
        return new Decision<>(accepted, new Accepted(rows.size()));
    }

    /** How many rows the file had. */
    int size() {
        return status == Status.FINISHED ? done : rows.size();
    }

    @Nullable Decision<ActorsImport> finish(Instant now) {
        if (status == Status.FINISHED) {
            return null;
        }
        var finished =
                new ActorsImport(id, coalitionId, by, List.of(), size(), outcome, Status.FINISHED, acceptedAt, now);
        return new Decision<>(
                finished,
                new Finished(outcome.registered(), outcome.joined(), outcome.unchanged(), outcome.leftOut(size())));
    }
}

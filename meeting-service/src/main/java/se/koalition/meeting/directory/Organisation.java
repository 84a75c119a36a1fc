package se.koalition.meeting.directory;

import java.util.List;
import java.util.Objects;

/** What this service needs to know of an actor: where it takes part. */
record Organisation(String id, List<String> coalitionIds) {

    record Participation(String coalitionId) {}

    /** As the event's state has it. */
    record Told(List<Participation> participations) {
        Told {
            participations = Objects.requireNonNullElse(participations, List.of());
        }

        Organisation of(String id) {
            return new Organisation(
                    id, participations.stream().map(Participation::coalitionId).toList());
        }
    }
}

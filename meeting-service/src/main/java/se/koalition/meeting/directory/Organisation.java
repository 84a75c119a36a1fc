package se.koalition.meeting.directory;

import java.util.List;
import java.util.Objects;

/** What this service needs to know of an actor: where it takes part, and where it did. */
record Organisation(String id, List<String> coalitionIds, List<String> leftCoalitionIds) {

    Organisation {
        leftCoalitionIds = Objects.requireNonNullElse(leftCoalitionIds, List.of());
    }

    record Participation(String coalitionId) {}

    /** As the event's state has it. */
    record Told(List<Participation> participations, List<Participation> formerParticipations) {
        Told {
            participations = Objects.requireNonNullElse(participations, List.of());
            formerParticipations = Objects.requireNonNullElse(formerParticipations, List.of());
        }

        Organisation of(String id) {
            List<String> present = ids(participations);
            List<String> left = ids(formerParticipations).stream()
                    .filter(coalition -> !present.contains(coalition))
                    .toList();
            return new Organisation(id, present, left);
        }

        private static List<String> ids(List<Participation> participations) {
            return participations.stream().map(Participation::coalitionId).toList();
        }
    }
}

package se.koalition.meeting.scheduling;

import java.time.Duration;
import java.time.Instant;
import se.koalition.meeting.http.FaultCode;
import se.koalition.meeting.http.InvalidInput;

/** When a meeting is, and in which zone its people read the clock. */
record Slot(Instant start, Instant end, String timeZone) {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration FURTHEST = Duration.ofDays(10 * 366);

    Slot {
        if (!end.isAfter(start)) {
            throw new InvalidInput("end", "must be after start", FaultCode.END_BEFORE_START);
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new InvalidInput("end", "must be at most 24 hours after start", FaultCode.END_TOO_LATE);
        }
    }

    /** @throws InvalidInput if it has begun, or is too far away to be meant */
    Slot requireComing(Instant now) {
        if (start.isBefore(now)) {
            throw new InvalidInput("start", "must not be in the past", FaultCode.PAST);
        }
        if (start.isAfter(now.plus(FURTHEST))) {
            throw new InvalidInput("start", "must be within ten years", FaultCode.TOO_FAR);
        }
        return this;
    }

    boolean isOver(Instant now) {
        return !end.isAfter(now);
    }
}

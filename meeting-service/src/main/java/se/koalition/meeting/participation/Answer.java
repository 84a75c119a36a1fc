package se.koalition.meeting.participation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Decision;
import se.koalition.messaging.Fact;

/**
 * Whether one member comes to one meeting; the last answer counts.
 *
 * @param revision the schedule that was answered: after a move the member is asked again
 */
record Answer(String id, String meetingId, String memberId, Choice answer, int revision, Instant answeredAt) {

    enum Choice {
        YES,
        NO,
        MAYBE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Choice read(String wireName) {
            return switch (wireName) {
                case "yes" -> YES;
                case "no" -> NO;
                case "maybe" -> MAYBE;
                default -> throw new IllegalArgumentException("must be yes, no or maybe");
            };
        }
    }

    /** @param answer as on the wire */
    record Given(String answer) implements Fact {
        @Override
        public String type() {
            return "answer.given.v1";
        }
    }

    static String idFor(String meetingId, String memberId) {
        return meetingId + ":" + memberId;
    }

    /** Saying the same again about the same time is nothing new, so a mail's link may be followed twice. */
    @Nullable Decision<Answer> after(@Nullable Answer earlier) {
        if (earlier != null && earlier.answer == answer && earlier.revision == revision) {
            return null;
        }
        return new Decision<>(this, new Given(answer.wireName()));
    }
}

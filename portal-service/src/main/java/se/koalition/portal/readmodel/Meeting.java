package se.koalition.portal.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with the answers to its invitations.
 *
 * @param revision rises with every change of the schedule; an answer to an older one no longer counts
 * @param answers by member
 */
public record Meeting(
        long sequence,
        String id,
        String coalitionId,
        String title,
        @Nullable String purpose,
        Instant start,
        Instant end,
        String timeZone,
        @Nullable String link,
        List<Point> agenda,
        String status,
        long revision,
        List<String> invited,
        @Nullable String reason,
        Map<String, Answer> answers) {

    /** One point of the agenda. */
    public record Point(String title) {}

    /** What one member said, to which revision. */
    public record Answer(String answer, long revision) {}

    /** How many said what. */
    public record Counts(long yes, long no, long maybe, long waiting) {}

    public Meeting {
        agenda = Absent.orEmpty(agenda);
        invited = Absent.orEmpty(invited);
        answers = Absent.orNone(answers);
    }

    /** The member's answer to the present schedule. */
    public @Nullable String answerOf(String memberId) {
        Answer answer = answers.get(memberId);
        return answer != null && answer.revision() == revision ? answer.answer() : null;
    }

    public Counts counts() {
        long waiting =
                invited.stream().filter(member -> answerOf(member) == null).count();
        return new Counts(count("yes"), count("no"), count("maybe"), waiting);
    }

    private long count(String answer) {
        return invited.stream()
                .filter(member -> answer.equals(answerOf(member)))
                .count();
    }
}

package se.koalition.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Meeting;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.security.Viewers;

/** Meetings; the link to join by is for members only. */
@RestController
class MeetingsController {

    private final ReadModel model;
    private final Viewers viewers;
    private final Reader reader;

    MeetingsController(ReadModel model, Viewers viewers, Reader reader) {
        this.model = model;
        this.viewers = viewers;
        this.reader = reader;
    }

    /** @param myAnswer the caller's, to the present schedule */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeetingAnswer(
            String id,
            String coalitionId,
            String title,
            @Nullable String purpose,
            Instant start,
            Instant end,
            String timeZone,
            String status,
            long revision,
            @Nullable String reason,
            List<Meeting.Point> agenda,
            Meeting.Counts answers,
            @Nullable String link,
            @Nullable String myAnswer) {}

    @GetMapping("/api/meetings/{id}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        Meeting meeting = model.meeting(id).orElseThrow(() -> Problem.notFound("There is no such meeting."));
        String member = viewers.memberOf(meeting.coalitionId(), caller);
        return reader.answer(meeting.sequence(), answer(meeting, member), reached);
    }

    private static MeetingAnswer answer(Meeting m, @Nullable String member) {
        return new MeetingAnswer(
                m.id(),
                m.coalitionId(),
                m.title(),
                m.purpose(),
                m.start(),
                m.end(),
                m.timeZone(),
                m.status(),
                m.revision(),
                m.reason(),
                m.agenda(),
                m.counts(),
                member == null ? null : m.link(),
                member == null ? null : m.answerOf(member));
    }
}

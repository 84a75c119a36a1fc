package se.koalition.meeting.participation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.meeting.directory.Directory;
import se.koalition.meeting.directory.Rights;
import se.koalition.meeting.http.Answers;
import se.koalition.meeting.http.Caller;
import se.koalition.meeting.http.Forbidden;
import se.koalition.meeting.scheduling.Meetings;
import se.koalition.meeting.scheduling.Meetings.Invitation;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Refused;

/** Answering an invitation: whoever is invited themself, or a coordinator who was told. */
@RestController
class AnswerController {

    private final Aggregates<Answer> answers;
    private final Meetings meetings;
    private final Directory directory;
    private final Rights rights;
    private final Clock clock;

    AnswerController(Aggregates<Answer> answers, Meetings meetings, Directory directory, Rights rights, Clock clock) {
        this.answers = answers;
        this.meetings = meetings;
        this.directory = directory;
        this.rights = rights;
        this.clock = clock;
    }

    record Reply(@NotNull Answer.Choice answer) {}

    @PutMapping("/api/meetings/{meetingId}/answers/{memberId}")
    ResponseEntity<Void> answer(
            @PathVariable String meetingId,
            @PathVariable String memberId,
            @Valid @RequestBody Reply reply,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        Invitation invitation = meetings.invitation(meetingId);
        requireAllowed(caller, memberId, invitation);
        invitation.requireOpen();
        String id = Answer.idFor(meetingId, memberId);
        Answer given = new Answer(id, meetingId, memberId, reply.answer(), invitation.revision(), clock.instant());
        return Answers.changed(answers.put(id, caller.id(), given::after).position());
    }

    private void requireAllowed(Caller caller, String memberId, Invitation invitation) {
        boolean self = caller.id().equals(memberId);
        if (!self) {
            rights.requireCoordinator(caller, invitation.coalitionId());
        }
        if (!invited(memberId, invitation)) {
            if (self) {
                throw new Forbidden("Only those who are invited may answer.");
            }
            throw new Refused.NotFound("invitation", memberId);
        }
    }

    /** Whoever has just joined will be invited in a moment, and need not wait for it. */
    private boolean invited(String memberId, Invitation invitation) {
        return invitation.invited().contains(memberId) || directory.belongs(memberId, invitation.coalitionId());
    }
}

package se.koalition.meeting.participation;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.meeting.http.Caller;
import se.koalition.meeting.http.Forbidden;
import se.koalition.meeting.scheduling.Meetings;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Deeds;

/** All that this service stores about one member, for the member (GDPR, article 15). */
@RestController
class PersonalDataController {

    private final Aggregates<Answer> answers;
    private final Meetings meetings;
    private final Deeds deeds;

    PersonalDataController(Aggregates<Answer> answers, Meetings meetings, Deeds deeds) {
        this.answers = answers;
        this.meetings = meetings;
        this.deeds = deeds;
    }

    @GetMapping("/api/members/{id}/data")
    Map<String, Object> data(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        if (!caller.id().equals(id) && !caller.operator()) {
            throw new Forbidden("Only the member or an operator may see this.");
        }
        List<AnswerState> given = answers.findAll(eq("state.memberId", id)).stream()
                .map(answer -> AnswerState.of(answer.state()))
                .toList();
        return Map.of("invitedTo", meetings.invitedTo(id), "answers", given, "did", deeds.of(id));
    }
}

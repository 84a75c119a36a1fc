package se.koalition.actor.joining;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Written;
import se.koalition.actor.members.Rights;
import se.koalition.messaging.Aggregates;

/** A coordinator reads what is asked, and says yes or no; the same answer again changes nothing. */
@RestController
@RequestMapping("/api/join-requests/{id}")
class AnsweringController {

    private final Aggregates<JoinRequest> requests;
    private final Coalitions coalitions;
    private final Rights rights;
    private final Clock clock;

    AnsweringController(Aggregates<JoinRequest> requests, Coalitions coalitions, Rights rights, Clock clock) {
        this.requests = requests;
        this.coalitions = coalitions;
        this.rights = rights;
        this.clock = clock;
    }

    @PostMapping("/acceptance")
    ResponseEntity<Void> accept(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        JoinRequest request = requests.get(id).state();
        Caller caller = rights.coordinator(Caller.of(token), request.coalitionId());
        if (request.answer() == null) {
            coalitions.mustBeOpen(request.coalitionId());
        }
        return Answers.changed(requests.change(id, null, caller.id(), r -> r.accept(clock.instant()))
                .position());
    }

    /** @param message to the applicant */
    record Decline(
            @Nullable @Size(max = 2000) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String message) {

        Decline {
            message = message == null || message.isBlank() ? null : message.strip();
        }
    }

    /** Also where the coalition has ended: whoever waits is owed an answer. */
    @PostMapping("/decline")
    ResponseEntity<Void> decline(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Decline decline,
            @AuthenticationPrincipal Jwt token) {
        Caller caller =
                rights.coordinator(Caller.of(token), requests.get(id).state().coalitionId());
        String message = decline == null ? null : decline.message();
        return Answers.changed(requests.change(id, null, caller.id(), r -> r.decline(message, clock.instant()))
                .position());
    }

    @GetMapping
    ResponseEntity<Object> get(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        var stored = requests.get(id);
        rights.coordinator(Caller.of(token), stored.state().coalitionId());
        return Answers.state(stored, JoinRequestState.of(stored.state()));
    }
}

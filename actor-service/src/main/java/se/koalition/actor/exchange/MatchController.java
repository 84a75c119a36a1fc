package se.koalition.actor.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Written;
import se.koalition.actor.members.Rights;
import se.koalition.messaging.Aggregates;

/** What comes of a need and an offer; only members of the two actors act, and look. */
@RestController
@RequestMapping("/api/matches")
class MatchController {

    private final Matches contacts;
    private final Aggregates<Match> matches;
    private final Rights rights;
    private final Clock clock;

    MatchController(Matches contacts, Aggregates<Match> matches, Rights rights, Clock clock) {
        this.contacts = contacts;
        this.matches = matches;
        this.rights = rights;
        this.clock = clock;
    }

    record Contact(
            @NotBlank @Size(max = 64) String needId,
            @NotBlank @Size(max = 64) String offerId,

            @Nullable @Size(max = 2000) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String message) {

        Contact {
            message = message == null || message.isBlank() ? null : message.strip();
        }
    }

    record Result(
            @NotBlank @Size(max = 2000) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String text) {

        Result {
            text = Objects.requireNonNullElse(text, "").strip();
        }
    }

    /** The id follows from the two, so there is no key. */
    @PostMapping
    ResponseEntity<Map<String, String>> contact(
            @Valid @RequestBody Contact contact, @AuthenticationPrincipal Jwt token) {
        var position = contacts.contact(contact.needId(), contact.offerId(), contact.message(), Caller.of(token));
        return Answers.created(HttpStatus.CREATED, "/api/matches/" + position.aggregateId(), position);
    }

    @PostMapping("/{id}/meeting")
    ResponseEntity<Void> meet(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        Caller caller = oneOfTheTwo(token, id);
        return Answers.changed(matches.change(id, null, caller.id(), match -> match.meet(clock.instant()))
                .position());
    }

    @PostMapping("/{id}/result")
    ResponseEntity<Void> conclude(
            @PathVariable String id, @Valid @RequestBody Result result, @AuthenticationPrincipal Jwt token) {
        Caller caller = oneOfTheTwo(token, id);
        return Answers.changed(
                matches.change(id, null, caller.id(), match -> match.conclude(result.text(), clock.instant()))
                        .position());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        oneOfTheTwo(token, id);
        var stored = matches.get(id);
        return Answers.state(stored, MatchState.of(stored.state()));
    }

    private Caller oneOfTheTwo(Jwt token, String matchId) {
        Caller caller = Caller.of(token);
        rights.representedOf(caller, matches.get(matchId).state().actors());
        return caller;
    }
}

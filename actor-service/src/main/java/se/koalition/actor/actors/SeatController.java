package se.koalition.actor.actors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Written;
import se.koalition.actor.members.Emails;
import se.koalition.actor.members.Members;
import se.koalition.actor.members.Rights;

/** Who sits at the table for an actor. */
@RestController
class SeatController {

    private final Actors actors;
    private final Members members;
    private final Rights rights;

    SeatController(Actors actors, Members members, Rights rights) {
        this.actors = actors;
        this.members = members;
        this.rights = rights;
    }

    record Representative(
            @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotBlank @Email(regexp = Emails.ADDRESS) @Size(max = 254) String email,

            @Nullable @Pattern(regexp = "sv|en", message = "must be sv or en") String language,

            @Nullable Boolean deputy,
            @Nullable @Size(max = 64) String successorOf) {

        Representative {
            name = Written.tidied(name);
        }
    }

    @PostMapping("/api/actors/{actorId}/members")
    ResponseEntity<Map<String, String>> add(
            @PathVariable String actorId,
            @Valid @RequestBody Representative representative,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token) {
        actors.mustExist(actorId);
        Caller caller = rights.mustCareFor(Caller.of(token), actorId);
        var position = members.addForActor(
                new Members.Person(
                        Answers.newId(key),
                        representative.name(),
                        Emails.normalise(representative.email()),
                        Objects.requireNonNullElse(representative.language(), "sv")),
                new Members.Seat(actorId, Boolean.TRUE.equals(representative.deputy()), representative.successorOf()),
                caller.id(),
                caller.digest(actorId + representative));
        return Answers.created(HttpStatus.CREATED, "/api/members/" + position.aggregateId(), position);
    }
}

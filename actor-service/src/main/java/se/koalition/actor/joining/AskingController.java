package se.koalition.actor.joining;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.actors.Sector;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Written;
import se.koalition.actor.members.Emails;
import se.koalition.messaging.Aggregates;

/** A visitor asks to join; what the answer says never depends on whether the address is known. */
@RestController
class AskingController {

    private final Aggregates<JoinRequest> requests;
    private final Coalitions coalitions;
    private final Clock clock;

    AskingController(Aggregates<JoinRequest> requests, Coalitions coalitions, Clock clock) {
        this.requests = requests;
        this.coalitions = coalitions;
        this.clock = clock;
    }

    /** @param proven the portal's word, not the visitor's */
    record Asking(
            @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String organisation,

            @NotNull Sector sector,

            @Nullable @Size(max = 100) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String municipality,

            @NotBlank @Size(max = 2000) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String why,

            @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotBlank @Email(regexp = Emails.ADDRESS) @Size(max = 254) String email,

            @Nullable @Pattern(regexp = "sv|en", message = "must be sv or en") String language,

            @NotNull Boolean proven) {

        Asking {
            organisation = Written.tidied(organisation);
            municipality = municipality == null || municipality.isBlank() ? null : Written.tidied(municipality);
            name = Written.tidied(name);
        }
    }

    @PostMapping("/api/coalitions/{coalitionId}/join-requests")
    ResponseEntity<Map<String, String>> ask(
            @PathVariable String coalitionId,
            @Valid @RequestBody Asking asking,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token) {
        coalitions.mustBeOpen(coalitionId);
        JoinRequest request = new JoinRequest(
                Answers.newId(key),
                coalitionId,
                Profile.of(asking.organisation(), asking.sector(), asking.municipality()),
                asking.why().strip(),
                asking.proven(),
                new JoinRequest.Applicant(
                        asking.name(),
                        Emails.normalise(asking.email()),
                        Objects.requireNonNullElse(asking.language(), "sv")),
                null,
                null,
                clock.instant());
        String digest = Caller.of(token).digest(coalitionId + asking);
        var stored = requests.create(request.id(), null, digest, request.received());
        return Answers.created(HttpStatus.CREATED, "/api/join-requests/" + stored.id(), stored.position());
    }
}

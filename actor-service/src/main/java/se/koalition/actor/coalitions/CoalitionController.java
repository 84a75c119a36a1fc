package se.koalition.actor.coalitions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Forbidden;
import se.koalition.actor.http.Written;
import se.koalition.actor.members.Emails;
import se.koalition.messaging.Aggregates;

/** Starting a coalition. */
@RestController
@RequestMapping("/api/coalitions")
class CoalitionController {

    private final Aggregates<Coalition> coalitions;
    private final Clock clock;

    CoalitionController(Aggregates<Coalition> coalitions, Clock clock) {
        this.coalitions = coalitions;
        this.clock = clock;
    }

    record Start(
            @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotBlank @Size(max = 500) @Pattern(regexp = Written.TEXT, message = Written.MUST_BE_TEXT) String challenge,

            @Nullable @Size(max = 5000) @Pattern(regexp = Written.TEXT, message = Written.MUST_BE_TEXT) String background,

            @Nullable @Size(max = 20, message = Written.TOO_MANY) List<@NotBlank @Size(max = 500) @Pattern(regexp = Written.TEXT, message = Written.MUST_BE_TEXT) String>
                    purposes,

            @Nullable @Size(max = 100) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String period,

            @NotNull @Valid Coordinator coordinator) {

        Start {
            name = Written.tidied(name);
        }
    }

    record Coordinator(
            @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotBlank @Email(regexp = Emails.ADDRESS) @Size(max = 254) String email,

            @Nullable @Pattern(regexp = "sv|en", message = "must be sv or en") String language) {

        Coordinator {
            name = Written.tidied(name);
        }
    }

    @PostMapping
    ResponseEntity<Map<String, String>> start(
            @Valid @RequestBody Start start,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        if (!caller.operator()) {
            throw new Forbidden("Only an operator of the installation starts coalitions.");
        }
        Coalition coalition = new Coalition(
                Answers.newId(key),
                start.name(),
                start.challenge().strip(),
                start.background(),
                Objects.requireNonNullElse(start.purposes(), List.of()),
                start.period(),
                Coalition.Phase.FORMING,
                List.of(),
                clock.instant(),
                new Coalition.FirstCoordinator(
                        start.coordinator().name(),
                        Emails.normalise(start.coordinator().email()),
                        Objects.requireNonNullElse(start.coordinator().language(), "sv")));
        var stored = coalitions.create(coalition.id(), caller.id(), caller.digest(start), coalition.started());
        return Answers.created(HttpStatus.CREATED, "/api/coalitions/" + stored.id(), stored.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id) {
        var stored = coalitions.get(id);
        return Answers.state(stored, CoalitionState.of(stored.state()));
    }
}

package se.koalition.actor.actors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
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
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Written;
import se.koalition.actor.members.Rights;
import se.koalition.messaging.Aggregates;

/** One actor at a time. */
@RestController
@RequestMapping("/api/actors")
class ActorController {

    private final Actors actors;
    private final Aggregates<Actor> aggregates;
    private final Coalitions coalitions;
    private final Rights rights;

    ActorController(Actors actors, Aggregates<Actor> aggregates, Coalitions coalitions, Rights rights) {
        this.actors = actors;
        this.aggregates = aggregates;
        this.coalitions = coalitions;
        this.rights = rights;
    }

    record Registration(
            @NotBlank String coalitionId,

            @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotNull Sector sector,

            @Nullable @Size(max = 100) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String municipality) {

        Registration {
            name = Written.tidied(name);
        }
    }

    @PostMapping
    ResponseEntity<Map<String, String>> register(
            @Valid @RequestBody Registration registration, @AuthenticationPrincipal Jwt token) {
        Caller caller = rights.coordinator(Caller.of(token), registration.coalitionId());
        coalitions.mustBeOpen(registration.coalitionId());
        var named = new Actors.Named(registration.name(), registration.sector(), registration.municipality());
        String request = caller.digest(registration);
        var broughtIn = actors.bringIn(named, registration.coalitionId(), caller.id(), request, null);
        String id = broughtIn.position().aggregateId();
        return Answers.created(HttpStatus.CREATED, "/api/actors/" + id, broughtIn.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id) {
        var stored = aggregates.get(id);
        return Answers.state(stored, ActorState.of(stored.state()));
    }
}

package se.koalition.actor.coalitions;

import jakarta.validation.groups.Default;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Forbidden;
import se.koalition.actor.http.IfMatch;
import se.koalition.actor.members.Rights;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Decision;

/** Starting a coalition, describing it, and leading it from phase to phase. */
@RestController
@RequestMapping("/api/coalitions")
class CoalitionController {

    private final Aggregates<Coalition> coalitions;
    private final Rights rights;
    private final Clock clock;

    CoalitionController(Aggregates<Coalition> coalitions, Rights rights, Clock clock) {
        this.coalitions = coalitions;
        this.rights = rights;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Map<String, String>> start(
            @Validated({Default.class, Plan.Starting.class}) @RequestBody Plan plan,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        if (!caller.operator()) {
            throw new Forbidden("Only an operator of the installation starts coalitions.");
        }
        Coalition coalition = new Coalition(
                Answers.newId(key),
                plan.description(),
                Coalition.Phase.FORMING,
                List.of(),
                clock.instant(),
                null,
                null,
                plan.firstCoordinator());
        var stored = coalitions.create(coalition.id(), caller.id(), caller.digest(plan), coalition.started());
        return Answers.created(HttpStatus.CREATED, "/api/coalitions/" + stored.id(), stored.position());
    }

    @PutMapping("/{id}/description")
    ResponseEntity<Void> describe(
            @PathVariable String id,
            @Validated({Default.class, Plan.Describing.class}) @RequestBody Plan plan,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Jwt token) {
        Long expected = IfMatch.required(ifMatch);
        Description anew = plan.description();
        return change(id, expected, token, coalition -> coalition.describe(anew));
    }

    @PostMapping("/{id}/activation")
    ResponseEntity<Void> activate(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Jwt token) {
        return change(id, IfMatch.optional(ifMatch), token, coalition -> coalition.activate(clock.instant()));
    }

    @PostMapping("/{id}/conclusion")
    ResponseEntity<Void> conclude(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Jwt token) {
        return change(id, IfMatch.optional(ifMatch), token, coalition -> coalition.conclude(clock.instant()));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id) {
        var stored = coalitions.get(id);
        return Answers.state(stored, CoalitionState.of(stored.state()));
    }

    private ResponseEntity<Void> change(
            String id, @Nullable Long expected, Jwt token, Function<Coalition, @Nullable Decision<Coalition>> decide) {
        // Whoever asks for what is not there learns that, and not that they may not.
        coalitions.get(id);
        Caller caller = rights.coordinator(Caller.of(token), id);
        return Answers.changed(
                coalitions.change(id, expected, caller.id(), decide).position());
    }
}

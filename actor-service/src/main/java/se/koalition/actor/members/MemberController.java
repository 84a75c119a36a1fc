package se.koalition.actor.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
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
import se.koalition.actor.http.Written;
import se.koalition.messaging.Aggregates;

/** One member: what they say of themself, and whether they stay. */
@RestController
@RequestMapping("/api/members/{id}")
class MemberController {

    private final Departures departures;
    private final Aggregates<Member> aggregates;
    private final Rights rights;

    MemberController(Departures departures, Aggregates<Member> aggregates, Rights rights) {
        this.departures = departures;
        this.aggregates = aggregates;
        this.rights = rights;
    }

    record Description(
            @NotBlank @Size(max = 200) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotNull @Pattern(regexp = "sv|en", message = "must be sv or en") String language) {

        Description {
            name = Written.tidied(name);
        }
    }

    record Deputising(@NotNull Boolean deputy) {}

    /** @param coalitionId which they leave; none for all, and the seat */
    record Departure(
            @Nullable @Size(max = 1000) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String reason,

            @Nullable @Size(min = 1, max = 64) String coalitionId) {}

    @GetMapping
    ResponseEntity<Object> get(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        var stored = aggregates.get(id);
        Caller caller = Caller.of(token);
        if (!caller.operator()) {
            rights.mustBeCloseTo(caller, stored.state());
        }
        return Answers.state(stored, MemberState.of(stored.state()));
    }

    @PutMapping("/description")
    ResponseEntity<Void> describe(
            @PathVariable String id,
            @Valid @RequestBody Description description,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Jwt token) {
        Long expected = IfMatch.required(ifMatch);
        Caller caller = Caller.of(token);
        if (!caller.id().equals(id)) {
            throw new Forbidden("Only the member may do this.");
        }
        var stored = aggregates.change(
                id, expected, caller.id(), m -> m.describe(description.name(), description.language()));
        return Answers.changed(stored.position());
    }

    @PutMapping("/deputy")
    ResponseEntity<Void> nameDeputy(
            @PathVariable String id, @Valid @RequestBody Deputising deputising, @AuthenticationPrincipal Jwt token) {
        Caller caller = closeTo(token, id);
        var stored = aggregates.change(id, null, caller.id(), m -> m.nameDeputy(deputising.deputy()));
        return Answers.changed(stored.position());
    }

    @PostMapping("/departure")
    ResponseEntity<Void> leave(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Departure departure,
            @AuthenticationPrincipal Jwt token) {
        String reason = departure == null ? null : departure.reason();
        String coalitionId = departure == null ? null : departure.coalitionId();
        if (coalitionId == null) {
            return Answers.changed(
                    departures.leave(id, reason, closeTo(token, id).id()));
        }
        Caller caller = Caller.of(token);
        if (!caller.id().equals(id)) {
            rights.coordinator(caller, coalitionId);
        }
        return Answers.changed(departures.leaveCoalition(id, coalitionId, reason, caller.id()));
    }

    private Caller closeTo(Jwt token, String id) {
        return rights.mustBeCloseTo(Caller.of(token), aggregates.get(id).state());
    }
}

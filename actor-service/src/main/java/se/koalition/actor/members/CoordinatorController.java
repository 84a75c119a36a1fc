package se.koalition.actor.members;

import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Refused;

/** Who coordinates a coalition. An operator may name someone too, should the coordinators be gone. */
@RestController
@RequestMapping("/api/coalitions/{coalitionId}/coordinators/{memberId}")
class CoordinatorController {

    private final Departures departures;
    private final Aggregates<Member> aggregates;
    private final Rights rights;
    private final Clock clock;

    CoordinatorController(Departures departures, Aggregates<Member> aggregates, Rights rights, Clock clock) {
        this.departures = departures;
        this.aggregates = aggregates;
        this.rights = rights;
        this.clock = clock;
    }

    @PutMapping
    ResponseEntity<Void> give(
            @PathVariable String coalitionId, @PathVariable String memberId, @AuthenticationPrincipal Jwt token) {
        Caller caller = allowed(token, coalitionId);
        var stored = aggregates.change(memberId, null, caller.id(), m -> {
            if (!rights.belongs(m, coalitionId)) {
                throw new Refused.Conflict("Only who belongs to the coalition can coordinate it. Seat them first.");
            }
            return m.giveRole(coalitionId, clock.instant());
        });
        return Answers.changed(stored.position());
    }

    @DeleteMapping
    ResponseEntity<Void> withdraw(
            @PathVariable String coalitionId, @PathVariable String memberId, @AuthenticationPrincipal Jwt token) {
        Caller caller = allowed(token, coalitionId);
        return Answers.changed(departures.withdrawRole(memberId, coalitionId, caller.id()));
    }

    private Caller allowed(Jwt token, String coalitionId) {
        Caller caller = Caller.of(token);
        return caller.operator() ? caller : rights.coordinator(caller, coalitionId);
    }
}

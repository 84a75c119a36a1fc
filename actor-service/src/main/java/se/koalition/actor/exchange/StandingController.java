package se.koalition.actor.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.members.Rights;

/** How long a need or an offer stands: renewed, met, or withdrawn. */
@RestController
@RequestMapping("/api/{kind:needs|offers}/{id}")
class StandingController {

    private final Postings postings;
    private final Coalitions coalitions;
    private final Rights rights;
    private final Clock clock;

    StandingController(Postings postings, Coalitions coalitions, Rights rights, Clock clock) {
        this.postings = postings;
        this.coalitions = coalitions;
        this.rights = rights;
        this.clock = clock;
    }

    record Renewal(@NotNull LocalDate validUntil) {}

    @PostMapping("/renewal")
    ResponseEntity<Void> renew(
            @PathVariable String kind,
            @PathVariable String id,
            @Valid @RequestBody Renewal renewal,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        Posting posting = postings.get(Kind.ofPath(kind), id).state();
        rights.representedOf(caller, List.of(posting.actorId()));
        coalitions.mustBeOpen(posting.coalitionId());
        Posting.mustBeAhead(renewal.validUntil(), postings.today());
        return Answers.changed(
                postings.change(posting.kind(), id, null, caller.id(), p -> p.renew(renewal.validUntil())));
    }

    @PostMapping("/fulfilment")
    ResponseEntity<Void> meet(@PathVariable String kind, @PathVariable String id, @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        Posting posting = postings.get(Kind.ofPath(kind), id).state();
        rights.representedOf(caller, List.of(posting.actorId()));
        return Answers.changed(postings.change(posting.kind(), id, null, caller.id(), p -> p.meet(clock.instant())));
    }

    /** Also by a coordinator, who answers for what stands on the coalition's pages. */
    @PostMapping("/withdrawal")
    ResponseEntity<Void> withdraw(
            @PathVariable String kind, @PathVariable String id, @AuthenticationPrincipal Jwt token) {
        Posting posting = postings.get(Kind.ofPath(kind), id).state();
        Caller caller = rights.representativeOrCoordinator(Caller.of(token), posting.actorId(), posting.coalitionId());
        return Answers.changed(
                postings.change(posting.kind(), id, null, caller.id(), p -> p.withdraw(clock.instant())));
    }
}

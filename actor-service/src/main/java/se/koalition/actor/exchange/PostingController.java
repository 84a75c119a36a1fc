package se.koalition.actor.exchange;

import jakarta.validation.groups.Default;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import se.koalition.actor.actors.Actors;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.Forbidden;
import se.koalition.actor.http.IfMatch;
import se.koalition.actor.members.Rights;

/** What an actor's members post for it, and how they word it. */
@RestController
@RequestMapping("/api/{kind:needs|offers}")
class PostingController {

    private final Postings postings;
    private final Coalitions coalitions;
    private final Actors actors;
    private final Rights rights;
    private final Clock clock;

    PostingController(Postings postings, Coalitions coalitions, Actors actors, Rights rights, Clock clock) {
        this.postings = postings;
        this.coalitions = coalitions;
        this.actors = actors;
        this.rights = rights;
        this.clock = clock;
    }

    /** The actor is the one that the caller represents. */
    @PostMapping
    ResponseEntity<Map<String, String>> open(
            @PathVariable String kind,
            @Validated({Default.class, Draft.Opening.class}) @RequestBody Draft draft,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        String actorId = rights.represented(caller);
        if (!actors.takesPart(actorId, draft.coalitionId())) {
            throw new Forbidden("Only members of actors that take part in the coalition may do this.");
        }
        coalitions.mustBeOpen(draft.coalitionId());
        Posting.mustBeAhead(draft.validUntil(), postings.today());
        var opened = Posting.open(
                Kind.ofPath(kind),
                Answers.newId(key),
                draft.coalitionId(),
                actorId,
                caller.id(),
                draft.wording(),
                draft.validUntil(),
                clock.instant());
        var position = postings.create(caller.id(), caller.digest(draft), opened);
        return Answers.created(HttpStatus.CREATED, "/api/" + kind + "/" + position.aggregateId(), position);
    }

    @PutMapping("/{id}")
    ResponseEntity<Void> describe(
            @PathVariable String kind,
            @PathVariable String id,
            @Validated({Default.class, Draft.Editing.class}) @RequestBody Draft draft,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Jwt token) {
        Long expected = IfMatch.required(ifMatch);
        Caller caller = Caller.of(token);
        Posting posting = postings.get(Kind.ofPath(kind), id).state();
        rights.representedOf(caller, List.of(posting.actorId()));
        coalitions.mustBeOpen(posting.coalitionId());
        return Answers.changed(
                postings.change(posting.kind(), id, expected, caller.id(), p -> p.describe(draft.wording())));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String kind, @PathVariable String id) {
        var stored = postings.get(Kind.ofPath(kind), id);
        return Answers.state(stored, PostingState.of(stored.state()));
    }
}

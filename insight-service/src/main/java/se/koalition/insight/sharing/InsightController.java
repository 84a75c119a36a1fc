package se.koalition.insight.sharing;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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
import se.koalition.insight.directory.Directory;
import se.koalition.insight.http.Answers;
import se.koalition.insight.http.Caller;
import se.koalition.insight.http.CoalitionConcluded;
import se.koalition.insight.http.Forbidden;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Refused;

/** Sharing and reading insights. */
@RestController
@RequestMapping("/api/insights")
class InsightController {

    private final Aggregates<Insight> insights;
    private final Directory directory;
    private final Clock clock;

    InsightController(Aggregates<Insight> insights, Directory directory, Clock clock) {
        this.insights = insights;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Map<String, String>> share(
            @Valid @RequestBody Sharing sharing,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        // Asked in this order, for its members may be known here before the coalition is.
        Directory.Member author = member(caller, sharing.coalitionId())
                .orElseThrow(() -> directory.hasCoalition(sharing.coalitionId())
                        ? forbidden()
                        : new Refused.NotFound("coalition", sharing.coalitionId()));
        if (directory.concluded(sharing.coalitionId())) {
            throw new CoalitionConcluded();
        }
        Insight insight = sharing.by(caller.id(), author.actorId(), Answers.newId(key), clock.instant());
        var stored = insights.create(insight.id(), caller.id(), caller.digest(sharing), insight.shared());
        return Answers.created(HttpStatus.CREATED, "/api/insights/" + stored.id(), stored.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        var stored = insights.get(id);
        Insight insight = stored.state();
        if (insight.visibility() == Insight.Visibility.COALITION
                && member(Caller.of(token), insight.coalitionId()).isEmpty()) {
            throw forbidden();
        }
        return Answers.state(stored, InsightState.of(insight));
    }

    private Optional<Directory.Member> member(Caller caller, String coalitionId) {
        return directory.member(caller.id()).filter(member -> directory.belongs(member, coalitionId));
    }

    private static RuntimeException forbidden() {
        return new Forbidden("Only members of the coalition may do this.");
    }
}

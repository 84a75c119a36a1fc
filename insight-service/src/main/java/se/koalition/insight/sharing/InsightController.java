package se.koalition.insight.sharing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import se.koalition.insight.directory.Directory;
import se.koalition.insight.http.Answers;
import se.koalition.insight.http.Caller;
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

    record Sharing(
            @NotBlank @Size(max = 64) String coalitionId,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 20_000) String text,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 60) String> themes,
            Insight.@NotNull Visibility visibility) {}

    @PostMapping
    ResponseEntity<Map<String, String>> share(
            @Valid @RequestBody Sharing sharing,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        if (!directory.hasCoalition(sharing.coalitionId())) {
            throw new Refused.NotFound("coalition", sharing.coalitionId());
        }
        Directory.Member author = member(caller, sharing.coalitionId());
        Insight insight = new Insight(
                Answers.newId(key),
                sharing.coalitionId(),
                sharing.title().strip(),
                sharing.text(),
                Objects.requireNonNullElse(sharing.themes(), List.<String>of()).stream()
                        .map(String::strip)
                        .distinct()
                        .toList(),
                sharing.visibility(),
                caller.id(),
                author.actorId(),
                clock.instant());
        var stored = insights.create(insight.id(), caller.id(), caller.digest(sharing), insight.shared());
        return Answers.created(HttpStatus.CREATED, "/api/insights/" + stored.id(), stored.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        var stored = insights.get(id);
        Insight insight = stored.state();
        if (insight.visibility() == Insight.Visibility.COALITION) {
            member(Caller.of(token), insight.coalitionId());
        }
        return Answers.state(stored, insight.state());
    }

    private Directory.Member member(Caller caller, String coalitionId) {
        return directory
                .member(caller.id())
                .filter(member -> directory.belongs(member, coalitionId))
                .orElseThrow(() -> new Forbidden("Only members of the coalition may do this."));
    }
}

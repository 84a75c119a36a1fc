package se.koalition.actor.actors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import se.koalition.actor.identity.OrganisationNumber;
import se.koalition.actor.identity.WebAddress;
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

            @NotBlank @Size(max = Profile.MAX_NAME) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotNull Sector sector,

            @Nullable @Size(max = Profile.MAX_MUNICIPALITY) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String municipality,

            @Nullable OrganisationNumber organisationNumber,

            @Nullable WebAddress website,

            @Nullable @Size(max = Profile.MAX_DESCRIPTION) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String description,

            @Nullable @Size(max = Profile.MAX_CONTACT) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String publicContact) {

        Registration {
            name = Written.tidied(name);
        }

        Profile profile() {
            return Profile.of(name, sector, municipality, organisationNumber, website, description, publicContact);
        }
    }

    /** @param similar others whose name is so alike that one of them may be meant; a hint and no refusal */
    record Registered(String id, List<KnownNames.Similar> similar) {}

    @PostMapping(params = "!dryRun")
    ResponseEntity<Registered> register(
            @Valid @RequestBody Registration registration, @AuthenticationPrincipal Jwt token) {
        Caller caller = mayRegister(registration, token);
        String request = caller.digest(registration);
        Profile profile = registration.profile();
        var broughtIn = actors.bringIn(profile, registration.coalitionId(), caller.id(), request, null);
        String id = broughtIn.position().aggregateId();
        return ResponseEntity.created(URI.create("/api/actors/" + id))
                .eTag(Long.toString(broughtIn.position().sequence()))
                .header("X-Sequence", broughtIn.position().toString())
                .body(new Registered(id, actors.knownNames().similarTo(profile.name())));
    }

    /** What would happen, so that whoever means a known actor sees it before there are two. */
    record Foreseen(String outcome, List<KnownNames.Similar> similar) {}

    @PostMapping(params = "dryRun=true")
    Foreseen wouldRegister(@Valid @RequestBody Registration registration, @AuthenticationPrincipal Jwt token) {
        mayRegister(registration, token);
        Profile profile = registration.profile();
        Map<String, Actors.Outcome> foreseen = actors.preview(List.of(profile), registration.coalitionId());
        String outcome = String.valueOf(foreseen.get(profile.name())).toLowerCase(Locale.ROOT);
        return new Foreseen(outcome, actors.knownNames().similarTo(profile.name()));
    }

    private Caller mayRegister(Registration registration, Jwt token) {
        Caller caller = rights.coordinator(Caller.of(token), registration.coalitionId());
        coalitions.mustBeOpen(registration.coalitionId());
        return caller;
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String id) {
        var stored = aggregates.get(id);
        return Answers.state(stored, ActorState.of(stored.state()));
    }
}

package se.koalition.actor.actors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.FaultCode;
import se.koalition.actor.http.IfMatch;
import se.koalition.actor.http.InvalidInput;
import se.koalition.actor.http.Written;
import se.koalition.actor.identity.OrganisationNumber;
import se.koalition.actor.identity.WebAddress;
import se.koalition.actor.members.Rights;
import se.koalition.messaging.Aggregates;

/** What becomes of an actor later: described anew, gone from a coalition, merged with its duplicate. */
@RestController
@RequestMapping("/api/actors/{id}")
class ChangingController {

    private final Aggregates<Actor> actors;
    private final Mergers mergers;
    private final Coalitions coalitions;
    private final Rights rights;
    private final Clock clock;

    ChangingController(Aggregates<Actor> actors, Mergers mergers, Coalitions coalitions, Rights rights, Clock clock) {
        this.actors = actors;
        this.mergers = mergers;
        this.coalitions = coalitions;
        this.rights = rights;
        this.clock = clock;
    }

    record Description(
            @NotBlank @Size(max = Profile.MAX_NAME) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String name,

            @NotNull Sector sector,

            @Nullable @Size(max = Profile.MAX_MUNICIPALITY) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String municipality,

            @Nullable OrganisationNumber organisationNumber,

            @Nullable WebAddress website,

            @Nullable @Size(max = Profile.MAX_DESCRIPTION) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String description,

            @Nullable @Size(max = Profile.MAX_CONTACT) @Pattern(regexp = Written.ONE_LINE, message = Written.MUST_BE_ONE_LINE) String publicContact) {

        Description {
            name = Written.tidied(name);
        }

        Profile profile() {
            return Profile.of(name, sector, municipality, organisationNumber, website, description, publicContact);
        }
    }

    /** The id follows from the name: another spelling is fine, another name is another actor. */
    @PutMapping("/description")
    ResponseEntity<Void> describe(
            @PathVariable String id,
            @Valid @RequestBody Description description,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = caring(id, token);
        if (!Actor.idFor(description.name()).equals(id)) {
            throw new InvalidInput(
                    "name",
                    "is another actor's name; register that one and merge this one into it",
                    FaultCode.OTHER_NAME);
        }
        Long expected = IfMatch.required(ifMatch);
        return Answers.changed(actors.change(id, expected, caller.id(), a -> a.describe(description.profile()))
                .position());
    }

    private Caller caring(String id, Jwt token) {
        Actor actor = actors.get(id).state();
        actor.mustBeItself();
        return rights.mustCareFor(Caller.of(token), id);
    }

    record Departure(
            @NotBlank String coalitionId,

            @Nullable @Size(max = 500) @Pattern(regexp = Written.LINES, message = Written.MUST_BE_LINES) String reason) {

        Departure {
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    @PostMapping("/departures")
    ResponseEntity<Void> leave(
            @PathVariable String id, @Valid @RequestBody Departure departure, @AuthenticationPrincipal Jwt token) {
        String coalitionId = departure.coalitionId();
        Actor actor = actors.get(id).state();
        Caller caller = rights.representativeOrCoordinator(Caller.of(token), id, coalitionId);
        boolean everTookPart = actor.participation(coalitionId) != null
                || actor.former().stream().anyMatch(f -> f.was().coalitionId().equals(coalitionId));
        if (!everTookPart) {
            throw new InvalidInput(
                    "coalitionId", "must be a coalition in which the actor takes part", FaultCode.NOT_TAKING_PART);
        }
        coalitions.mustBeOpen(coalitionId);
        return Answers.changed(
                actors.change(id, null, caller.id(), a -> a.leave(coalitionId, departure.reason(), clock.instant()))
                        .position());
    }

    record Merger(@NotBlank String duplicateId) {}

    /** Whoever merges cares for both: the people of each come to see what those of the other do. */
    @PostMapping("/mergers")
    ResponseEntity<Void> merge(
            @PathVariable String id, @Valid @RequestBody Merger merger, @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        Actor survivor = actors.get(id).state();
        survivor.mustBeItself();
        rights.coordinatorOfHome(caller, id);
        Actor duplicate = actors.get(merger.duplicateId()).state();
        if (!duplicate.participations().isEmpty()) {
            rights.coordinatorOfHome(caller, duplicate.id());
        }
        return Answers.changed(mergers.merge(id, duplicate.id(), caller.id()));
    }
}

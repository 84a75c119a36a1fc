package se.koalition.actor.actors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.FaultCode;
import se.koalition.actor.http.InvalidInput;
import se.koalition.actor.http.Written;
import se.koalition.actor.members.Rights;

/** Which actors called the others together; whoever did and has left since still did. */
@RestController
class ConvenorController {

    private final Coalitions coalitions;
    private final Actors actors;
    private final Rights rights;

    ConvenorController(Coalitions coalitions, Actors actors, Rights rights) {
        this.coalitions = coalitions;
        this.actors = actors;
        this.rights = rights;
    }

    record Convenors(
            @NotNull @Size(max = 50, message = Written.TOO_MANY) List<@NotBlank @Size(max = 64) String> actorIds) {}

    @PutMapping("/api/coalitions/{id}/convenors")
    ResponseEntity<Void> nameConvenors(
            @PathVariable String id, @Valid @RequestBody Convenors convenors, @AuthenticationPrincipal Jwt token) {
        coalitions.mustBeOpen(id);
        Caller caller = rights.coordinator(Caller.of(token), id);
        List<String> already = coalitions.convenors(id);
        List<InvalidInput.Fault> unknown = IntStream.range(
                        0, convenors.actorIds().size())
                .filter(i -> !already.contains(convenors.actorIds().get(i))
                        && !actors.takesPart(convenors.actorIds().get(i), id))
                .mapToObj(i -> new InvalidInput.Fault(
                        "actorIds[" + i + "]", "takes no part in the coalition", FaultCode.NOT_TAKING_PART))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        return Answers.changed(coalitions.nameConvenors(id, convenors.actorIds(), caller.id()));
    }
}

package se.koalition.actor.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.actor.actors.Profile;
import se.koalition.actor.coalitions.Coalitions;
import se.koalition.actor.http.Answers;
import se.koalition.actor.http.Caller;
import se.koalition.actor.http.InvalidInput;
import se.koalition.actor.members.Rights;
import se.koalition.messaging.Aggregates;
import se.koalition.messaging.Refused;

/** Takes a file of actors in, and tells how far it is. */
@RestController
@RequestMapping("/api/coalitions/{coalitionId}/actors/imports")
class ImportController {

    private static final int MAX_BYTES = 1024 * 1024;

    private final Aggregates<ActorsImport> imports;
    private final Coalitions coalitions;
    private final Rights rights;
    private final Preview preview;
    private final ImportWorker worker;
    private final Clock clock;

    ImportController(
            Aggregates<ActorsImport> imports,
            Coalitions coalitions,
            Rights rights,
            Preview preview,
            ImportWorker worker,
            Clock clock) {
        this.imports = imports;
        this.coalitions = coalitions;
        this.rights = rights;
        this.preview = preview;
        this.worker = worker;
        this.clock = clock;
    }

    /** How far an import is. */
    record ProgressState(String id, String status, int rows, int done, ImportState.@Nullable OutcomeState outcome) {}

    @PostMapping(consumes = "text/csv", params = "!dryRun")
    ResponseEntity<Map<String, String>> accept(
            @PathVariable String coalitionId,
            InputStream body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Jwt token)
            throws IOException {
        Caller caller = mayImport(coalitionId, token);
        List<Profile> rows = read(body);
        String id = Answers.newId(key);
        var accepted = imports.create(
                id,
                caller.id(),
                caller.digest(coalitionId + rows),
                ActorsImport.accept(id, coalitionId, caller.id(), rows, clock.instant()));
        worker.wake();
        String location = "/api/coalitions/" + coalitionId + "/actors/imports/" + id;
        return Answers.created(HttpStatus.ACCEPTED, location, accepted.position());
    }

    /** What would happen; nothing is stored. */
    @PostMapping(consumes = "text/csv", params = "dryRun=true")
    Preview.Foreseen foresee(@PathVariable String coalitionId, InputStream body, @AuthenticationPrincipal Jwt token)
            throws IOException {
        mayImport(coalitionId, token);
        return preview.of(read(body), coalitionId);
    }

    private Caller mayImport(String coalitionId, Jwt token) {
        Caller caller = rights.coordinator(Caller.of(token), coalitionId);
        coalitions.mustBeOpen(coalitionId);
        return caller;
    }

    private static List<Profile> read(InputStream body) throws IOException {
        byte[] content = body.readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new InvalidInput(
                    List.of(new InvalidInput.Fault("file", "may have at most 1 MiB; split it", "too-large")));
        }
        return ActorsFile.read(content);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> progress(
            @PathVariable String coalitionId, @PathVariable String id, @AuthenticationPrincipal Jwt token) {
        rights.coordinator(Caller.of(token), coalitionId);
        var stored = imports.get(id);
        ActorsImport there = stored.state();
        if (!there.coalitionId().equals(coalitionId)) {
            throw new Refused.NotFound("actors-import", id);
        }
        ImportState state = ImportState.of(there);
        return ResponseEntity.ok(new ProgressState(id, state.status(), state.rows(), there.done(), state.outcome()));
    }
}

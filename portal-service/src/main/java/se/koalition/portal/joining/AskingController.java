package se.koalition.portal.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.commands.Command;
import se.koalition.portal.commands.Commands;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.security.Caller;
import se.koalition.portal.security.Senders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asking to join through the API: the one command that needs no token. */
@RestController
class AskingController {

    private static final int MOST_BYTES = 64 * 1024;

    private final Admission admission;
    private final Challenges challenges;
    private final Commands commands;
    private final JsonMapper json;

    AskingController(Admission admission, Challenges challenges, Commands commands, JsonMapper json) {
        this.admission = admission;
        this.challenges = challenges;
        this.commands = commands;
        this.json = json;
    }

    @GetMapping("/api/join-challenge")
    ResponseEntity<Challenges.Challenge> challenge() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(challenges.fresh());
    }

    @PostMapping("/api/coalitions/{coalitionId}/join-requests")
    ResponseEntity<byte[]> ask(
            @PathVariable String coalitionId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        String id = key == null ? UUID.randomUUID().toString() : key;
        ObjectNode asking = read(request);
        String solution = asking.path("altcha").asString(null);
        String email = asking.path("email").asString("");
        asking.remove("altcha");
        var wish = new Admission.Wish(id, coalitionId, Senders.of(request), email, solution);
        asking.put("proven", admission.admit(wish));
        Command command = new Command(
                "POST",
                request.getRequestURI(),
                Map.of("Idempotency-Key", List.of(id)),
                new Command.Body(json.writeValueAsBytes(asking), MediaType.APPLICATION_JSON_VALUE));
        return commands.send(command, Optional.of(Caller.VISITOR)).handedBack();
    }

    private ObjectNode read(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            // Another site's form could not send it then.
            throw Problem.invalid("Content-Type must be application/json.");
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.tooLarge("A request to join may have 64 KiB at most.");
        }
        try {
            if (json.readTree(body) instanceof ObjectNode asking && !asking.has("proven")) {
                return asking;
            }
        } catch (JacksonException e) {
            throw Problem.invalid("The body must be JSON.");
        }
        throw Problem.invalid("The body must be an object, and does not say proven: the portal does.");
    }
}

package se.koalition.portal.commands;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.audit.Refusals;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.security.Caller;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one way by which a command leaves the portal, whether a program sent it or a page. */
@Component
public class Commands {

    private final Owners owners;
    private final Refusals refusals;
    private final JsonMapper json;

    Commands(Owners owners, Refusals refusals, JsonMapper json) {
        this.owners = owners;
        this.refusals = refusals;
        this.json = json;
    }

    /** @throws Problem if it could not be sent at all */
    public Reply send(Command command, Optional<Caller> caller) {
        try {
            Owner owner = Owner.of(command.path())
                    .orElseThrow(() -> Problem.notFound("No service takes commands at this address."));
            Reply reply = owners.send(owner, command, caller.orElseThrow(Problem::unauthorized));
            if (!reply.accepted()) {
                remember(command, caller, reply.status(), type(reply));
            }
            return reply;
        } catch (Problem problem) {
            remember(command, caller, problem.status().value(), "urn:koalition:problem:" + problem.slug());
            throw problem;
        }
    }

    private void remember(Command command, Optional<Caller> caller, int status, @Nullable String type) {
        // What strangers send is not worth a place in the store.
        caller.ifPresent(c -> refusals.remember(
                c.id(),
                new Refusals.Sent(
                        command.method(),
                        command.path().replaceFirst("\\?.*", ""),
                        read(command.body().bytes())),
                status,
                type));
    }

    private @Nullable String type(Reply reply) {
        return read(reply.body()).path("type").asString(null);
    }

    /** What is no JSON says nothing. */
    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }
}

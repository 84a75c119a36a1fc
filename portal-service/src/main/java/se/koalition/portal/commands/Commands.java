package se.koalition.portal.commands;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.security.Caller;
import tools.jackson.core.JacksonException;
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
        caller.filter(c -> !c.equals(Caller.VISITOR))
                .ifPresent(c -> refusals.remember(c.id(), command.method(), command.path(), status, type));
    }

    private @Nullable String type(Reply reply) {
        try {
            return json.readTree(reply.body()).path("type").asString(null);
        } catch (JacksonException e) {
            return null;
        }
    }
}

package se.koalition.portal.signin;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.koalition.portal.commands.Command;
import se.koalition.portal.commands.Owner;
import se.koalition.portal.commands.Owners;
import se.koalition.portal.commands.Reply;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.security.Caller;
import se.koalition.portal.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

/** Has notification-service send the link, in the background: how long it takes must not tell who is known. */
@Component
class LinkMails {

    private static final Logger log = LoggerFactory.getLogger(LinkMails.class);
    private static final Caller PORTAL = new Caller("portal", false, 0);

    private final Owners owners;
    private final Settings settings;
    private final JsonMapper json;
    private final Executor background = Executors.newVirtualThreadPerTaskExecutor();

    LinkMails(Owners owners, Settings settings, JsonMapper json) {
        this.owners = owners;
        this.settings = settings;
        this.json = json;
    }

    void send(People.Person person, String token) {
        String link = settings.portalUrl() + "/sign-in/confirm?token=" + token + "&lang=" + person.language();
        byte[] body = json.writeValueAsBytes(
                Map.of("email", person.email(), "name", person.name(), "language", person.language(), "link", link));
        Command command =
                new Command("POST", "/internal/sign-in-mails", Map.of(), new Command.Body(body, "application/json"));
        background.execute(() -> send(command));
    }

    private void send(Command command) {
        try {
            Reply reply = owners.send(Owner.NOTIFICATION, command, PORTAL);
            if (!reply.accepted()) {
                log.warn("A sign-in mail was refused with {}", reply.status());
            }
        } catch (Problem problem) {
            log.warn("A sign-in mail could not be sent: {}", problem.getMessage());
        }
    }
}

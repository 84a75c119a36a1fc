package se.koalition.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import se.koalition.portal.commands.Command;
import se.koalition.portal.commands.Commands;
import se.koalition.portal.commands.Reply;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.security.Caller;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends what a form asks for the same way as the API does, and tells what came of it in the form's words. */
@Component
public class Sender {

    /** As forms name theirs; what has no field in the form is told without one. */
    private static final Pattern FIELD = Pattern.compile("[A-Za-z]+");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String CHANGED = "error.changed";

    private final Commands commands;
    private final Memory memory;
    private final MessageSource messages;
    private final JsonMapper json;

    Sender(Commands commands, Memory memory, MessageSource messages, JsonMapper json) {
        this.commands = commands;
        this.memory = memory;
        this.messages = messages;
        this.json = json;
    }

    /**
     * What was done: to where, with what.
     *
     * @param whenChanged key of what to say if others have changed something meanwhile
     */
    public record Wish(
            String method, String path, Map<String, ?> body, Map<String, String> headers, String whenChanged) {

        public Wish(String method, String path, Map<String, ?> body) {
            this(method, path, body, Map.of());
        }

        /** The header by which only the version that somebody looked at is changed; what is no number was never one. */
        public static Map<String, String> at(String version) {
            return Map.of(HttpHeaders.IF_MATCH, "\"" + (NUMBER.matcher(version).matches() ? version : "0") + "\"");
        }

        public Wish(String method, String path, Map<String, ?> body, Map<String, String> headers) {
            this(method, path, body, headers, CHANGED);
        }

        public Wish whenChanged(String key) {
            return new Wish(method, path, body, headers, key);
        }
    }

    /**
     * What came of it.
     *
     * @param id of what was created
     * @param errors by field, {@code form} for what belongs to none; empty if it was done
     * @param answer what the owner said to it
     */
    public record Outcome(@Nullable String id, Map<String, String> errors, JsonNode answer) {
        public boolean done() {
            return errors.isEmpty();
        }

        /** Whether the owner refused it with a problem of this type. */
        public boolean isProblem(String type) {
            return answer.path("type").asString("").equals("urn:koalition:problem:" + type);
        }

        /** Key of a notice on what was refused, where no form is shown again. */
        public String trouble() {
            return switch (errors.getOrDefault("form", "")) {
                case CHANGED -> "notice.trouble.changed";
                case "error.coalition-concluded" -> "notice.trouble.coalition-concluded";
                case "error.forbidden" -> "notice.trouble.forbidden";
                case "error.unavailable" -> "notice.trouble.unavailable";
                default -> "notice.trouble.refused";
            };
        }
    }

    public Outcome send(Wish wish, Optional<Caller> caller, Locale language, HttpServletRequest request) {
        byte[] body = json.writeValueAsBytes(wish.body());
        return send(wish, new Command.Body(body, MediaType.APPLICATION_JSON_VALUE), caller, language, request);
    }

    /** A file instead of the wish's own body. */
    public Outcome send(
            Wish wish, Command.Body body, Optional<Caller> caller, Locale language, HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        wish.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        List<String> positions = memory.positions(request);
        if (!positions.isEmpty()) {
            headers.put("X-Sequence", positions);
        }
        Command command = new Command(wish.method(), wish.path(), headers, body);
        try {
            Reply reply = commands.send(command, caller);
            JsonNode answer = read(reply);
            if (!reply.accepted()) {
                return new Outcome(null, errors(wish, reply, answer, language), answer);
            }
            reply.headers().firstValue("X-Sequence").ifPresent(position -> memory.position(request, position));
            return new Outcome(answer.path("id").asString(null), Map.of(), answer);
        } catch (Problem problem) {
            Map<String, String> errors =
                    Map.of("form", words(wish, problem.status().value()));
            return new Outcome(null, errors, json.createObjectNode());
        }
    }

    private Map<String, String> errors(Wish wish, Reply reply, JsonNode answer, Locale language) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (answer.path("type").asString("").endsWith(":coalition-concluded")) {
            return Map.of("form", "error.coalition-concluded");
        }
        if (reply.status() == 400) {
            for (JsonNode error : answer.path("errors")) {
                String key = "error." + error.path("code").asString("");
                boolean known = messages.getMessage(key, null, null, language) != null;
                errors.putIfAbsent(field(error.path("field").asString("")), known ? key : "error.invalid");
            }
        }
        return errors.isEmpty() ? Map.of("form", words(wish, reply.status())) : errors;
    }

    /** The form's name of the owner's field; what stands in no form is told above it. */
    private static String field(String owners) {
        String plain = owners.replaceFirst("[.\\[].*", "");
        return switch (plain) {
            case "start", "timeZone" -> "startTime";
            case "end" -> "endTime";
            case "" -> "form";
            default -> FIELD.matcher(plain).matches() ? plain : "form";
        };
    }

    private static String words(Wish wish, int status) {
        return switch (status) {
            case 401, 403 -> "error.forbidden";
            case 404, 409, 412, 428 -> wish.whenChanged();
            case 503 -> "error.unavailable";
            default -> "error.invalid";
        };
    }

    private JsonNode read(Reply reply) {
        try {
            return json.readTree(reply.body());
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }
}

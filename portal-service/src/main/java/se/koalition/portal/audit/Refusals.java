package se.koalition.portal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Remembers for ninety days which commands were refused to whom and why, in the coalition that they were meant for. */
@Component
public class Refusals {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Pattern WORD = Pattern.compile("[a-z-]{1,40}");
    private static final Map<String, String> TYPES = Map.of(
            "coalitions", "coalition",
            "actors", "actor",
            "members", "member",
            "meetings", "meeting",
            "insights", "insight",
            "needs", "need",
            "offers", "offer",
            "matches", "match",
            "join-requests", "join-request");

    private final Entries entries;
    private final Whereabouts whereabouts;
    private final Clock clock;

    Refusals(Entries entries, Whereabouts whereabouts, Clock clock) {
        this.entries = entries;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    /** What was sent: its address, without the query. */
    public record Sent(String method, String path, JsonNode body) {

        /** {@code post.meetings.rescheduling}: the method and the words of the address, without the ids. */
        String name() {
            List<String> name = new ArrayList<>(List.of(method.toLowerCase(Locale.ROOT)));
            String[] parts = parts();
            for (int i = 0; i < parts.length; i++) {
                // What follows the first word is an id, however it looks.
                if (i != 1 && WORD.matcher(parts[i]).matches()) {
                    name.add(parts[i]);
                }
            }
            return String.join(".", name);
        }

        private String[] parts() {
            return path.replaceFirst("^/api/", "").split("/", 8);
        }

        private @Nullable String type() {
            return TYPES.get(parts()[0]);
        }

        private Optional<String> id() {
            String[] parts = parts();
            return parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
        }

        private Optional<String> named(String field) {
            return body.path(field).isString() ? Optional.of(body.path(field).asString()) : Optional.empty();
        }
    }

    /**
     * Writes it down.
     *
     * @param member whose command it was; an operator has an id too
     * @param problem the problem's type, as the owner told it
     */
    public void remember(String member, Sent sent, int status, @Nullable String problem) {
        Instant now = clock.instant();
        Optional<Whereabouts.Where> where = where(sent);
        Document entry = new Document("_id", "refusal:" + UUID.randomUUID())
                .append("time", Date.from(now))
                .append("expires", Date.from(now.plus(KEPT)))
                .append("kind", "refused")
                .append("type", "refused." + sent.name())
                .append("subject", sent.id().orElse(null))
                .append("member", member)
                .append("about", where.map(Whereabouts.Where::about).orElse(null))
                .append("coalitions", where.map(Whereabouts.Where::coalitions).orElse(Set.of()))
                .append("status", status)
                .append("problem", problem);
        where.map(Whereabouts.Where::title)
                .ifPresent(title -> entry.append("title", title).append("words", title.toLowerCase(Locale.ROOT)));
        entries.add(entry);
    }

    /** Of what the address names, else of what the body does: for a new meeting its coalition, for a match its need. */
    private Optional<Whereabouts.Where> where(Sent sent) {
        String type = sent.type();
        Optional<Whereabouts.Where> addressed =
                type == null ? Optional.empty() : sent.id().flatMap(id -> find(type, id));
        return addressed
                .or(() -> sent.named("coalitionId").flatMap(id -> find("coalition", id)))
                .or(() -> sent.named("needId").flatMap(id -> find("need", id)));
    }

    /** Who reads of it knows in which coalition they are. */
    private Optional<Whereabouts.Where> find(String type, String id) {
        return whereabouts.find(type, id).map(found -> type.equals("coalition") ? found.untitled() : found);
    }
}

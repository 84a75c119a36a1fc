package se.koalition.portal.audit;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import se.koalition.portal.settings.Settings;

/** What people are called at this moment; who has been erased has no name any more. */
@Component
class Names {

    private final MongoOperations mongo;
    private final MessageSource messages;
    private final Settings settings;

    Names(MongoOperations mongo, MessageSource messages, Settings settings) {
        this.mongo = mongo;
        this.messages = messages;
        this.settings = settings;
    }

    /** One for each id, also for those of whom nothing is known. */
    Map<String, Audit.Person> of(Collection<String> memberIds, Locale language) {
        Map<String, Document> members = byId("member", memberIds);
        Set<String> actorIds = new HashSet<>();
        members.values().forEach(member -> {
            String actor = member.getString("actorId");
            if (actor != null) {
                actorIds.add(actor);
            }
        });
        Map<String, Document> actors = byId("actor", actorIds);
        Map<String, Audit.Person> people = new HashMap<>();
        for (String id : memberIds) {
            Document member = members.get(id);
            Document actor = member == null ? null : actors.get(String.valueOf(member.getString("actorId")));
            people.put(
                    id,
                    new Audit.Person(id, name(id, member, language), actor == null ? null : actor.getString("name")));
        }
        return people;
    }

    private String name(String id, @Nullable Document member, Locale language) {
        if (member == null) {
            return text(settings.isOperatorId(id) ? "audit.who.operator" : "audit.who.unknown", language);
        }
        String name = member.getString("name");
        return name.equals("(erased)") ? text("audit.who.erased", language) : name;
    }

    /** Nobody in particular: a reaction of Koalition itself. */
    String nobody(Locale language) {
        return text("audit.who.koalition", language);
    }

    /** Those whose names hold the words, in lower case. */
    List<String> matching(String words) {
        return mongo
                .getCollection("member")
                .find(exists("member"))
                .projection(new Document("member.name", 1))
                .into(new java.util.ArrayList<>())
                .stream()
                .filter(document -> document.get("member", Document.class)
                        .get("name", "")
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .map(document -> document.getString("_id"))
                .toList();
    }

    private Map<String, Document> byId(String type, Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        if (!ids.isEmpty()) {
            mongo.getCollection(type).find(in("_id", ids)).forEach(document -> {
                Document state = document.get(type, Document.class);
                if (state != null) {
                    found.put(document.getString("_id"), state);
                }
            });
        }
        return found;
    }

    private String text(String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, "", language));
    }
}

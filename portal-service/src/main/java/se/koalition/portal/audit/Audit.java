package se.koalition.portal.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail as a coordinator reads it, newest first. Who may read it is decided where it is asked for. */
@Component
public class Audit {

    private final Entries entries;
    private final Whereabouts whereabouts;
    private final Names names;
    private final Words words;

    Audit(Entries entries, Whereabouts whereabouts, Names names, Words words) {
        this.entries = entries;
        this.whereabouts = whereabouts;
        this.names = names;
        this.words = words;
    }

    /** Somebody, by the names that are true now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            @Nullable String id, String name, @Nullable String actor) {}

    /**
     * One thing that somebody did or tried.
     *
     * @param who without an id where Koalition did it by itself
     * @param kind what it was done to, {@code refused} for what was not done
     * @param subject the id of what it was done to; absent for what was not made
     * @param text the sentence, in the reader's language
     * @param status of the refusal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String id,
            Instant time,
            Person who,
            String kind,
            String type,
            @Nullable String subject,
            String text,
            @Nullable Integer status,
            @Nullable String problem) {

        public boolean refused() {
            return status != null;
        }
    }

    /** @param next where the next page begins; null on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Line> items, @Nullable String next) {}

    /**
     * One page.
     *
     * @param question without errors
     * @param after the {@code next} of the page before
     * @return empty if no page ended there
     */
    public Optional<Page> page(
            String coalitionId, Question question, @Nullable String after, int most, Locale language) {
        Document last = after == null ? null : entries.one(after).orElse(null);
        if (after != null && last == null) {
            return Optional.empty();
        }
        List<Document> found = entries.find(coalitionId, wanted(question, language), last, most + 1);
        List<Document> shown = found.subList(0, Math.min(found.size(), most));
        return Optional.of(new Page(
                lines(shown, language), found.size() > most ? shown.getLast().getString("_id") : null));
    }

    /**
     * One thing that a member did or tried, or that was done to them, as they may take it with them.
     *
     * @param type a fact, or what was refused
     * @param subject the id of what it was done to
     * @param status of the refusal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Deed(
            Instant time,
            String type,
            @Nullable String subject,
            @Nullable Integer status,
            @Nullable String problem) {}

    /** All that a member did, and for ninety days what they tried, oldest first. */
    public List<Deed> deedsOf(String memberId) {
        return deeds(entries.by(memberId));
    }

    /** All that was done to a member by others, who are not told: that is about them. */
    public List<Deed> deedsAbout(String memberId) {
        return deeds(entries.about(memberId));
    }

    private static List<Deed> deeds(List<Document> found) {
        return found.stream()
                .map(entry -> new Deed(
                        entry.getDate("time").toInstant(),
                        entry.getString("type"),
                        entry.getString("subject"),
                        entry.getInteger("status"),
                        entry.getString("problem")))
                .toList();
    }

    /** Who has this id. */
    public Person person(String memberId, Locale language) {
        return Objects.requireNonNull(names.of(Set.of(memberId), language).get(memberId));
    }

    private List<Bson> wanted(Question question, Locale language) {
        List<Bson> wanted = new ArrayList<>();
        if (question.q() != null) {
            String text = question.q().toLowerCase(Locale.ROOT);
            List<String> people = names.matching(text);
            wanted.add(or(
                    regex("words", Pattern.compile(Pattern.quote(text))),
                    in("member", people),
                    in("about", people),
                    in("type", words.saying(text, language))));
        }
        if (question.member() != null) {
            wanted.add(or(eq("member", question.member()), eq("about", question.member())));
        }
        if (question.type() != null) {
            wanted.add(eq(question.type().contains(".") ? "type" : "kind", question.type()));
        }
        Instant start = question.start();
        if (start != null) {
            wanted.add(gte("time", Date.from(start)));
        }
        Instant end = question.end();
        if (end != null) {
            wanted.add(lt("time", Date.from(end)));
        }
        return wanted;
    }

    private List<Line> lines(List<Document> shown, Locale language) {
        Set<String> ids = new HashSet<>();
        for (Document entry : shown) {
            Optional.ofNullable(entry.getString("member")).ifPresent(ids::add);
            Optional.ofNullable(entry.getString("about")).ifPresent(ids::add);
        }
        Map<String, Person> people = names.of(ids, language);
        return shown.stream().map(entry -> line(entry, people, language)).toList();
    }

    private Line line(Document entry, Map<String, Person> people, Locale language) {
        Person who = people.get(String.valueOf(entry.getString("member")));
        Person about = people.get(String.valueOf(entry.getString("about")));
        return new Line(
                entry.getString("_id"),
                entry.getDate("time").toInstant(),
                who == null ? new Person(null, names.nobody(language), null) : who,
                entry.getString("kind"),
                entry.getString("type"),
                entry.getString("subject"),
                words.say(entry, title(entry), about == null ? null : about.name(), language),
                entry.getInteger("status"),
                entry.getString("problem"));
    }

    /** What came before the thing that has the title is told with the title that is known by now. */
    private @Nullable String title(Document entry) {
        String title = entry.getString("title");
        String waitsFor = entry.getString("waits");
        boolean elsewhere =
                title == null && waitsFor != null && !entry.getString("kind").equals("member");
        return elsewhere ? whereabouts.title(waitsFor) : title;
    }
}

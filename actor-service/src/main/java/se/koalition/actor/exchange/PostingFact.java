package se.koalition.actor.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.koalition.messaging.Fact;

/** What happens to a need or an offer: the same facts, under names that begin with what it happened to. */
final class PostingFact {

    private PostingFact() {}

    /** Opened, met or withdrawn: the name says it all. */
    record Plain(@JsonIgnore String type) implements Fact {}

    /** @param changed the names of the fields */
    record Described(@JsonIgnore String type, List<String> changed) implements Fact {}

    record Renewed(@JsonIgnore String type, LocalDate validUntil) implements Fact {}

    record Moved(@JsonIgnore String type, String fromActorId, String toActorId) implements Fact {}

    static Described described(Kind kind, List<String> changed) {
        return new Described(kind.type() + ".described.v1", changed);
    }

    static List<String> changed(Posting.Wording before, Posting.Wording after) {
        List<String> changed = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            changed.add("title");
        }
        if (!before.text().equals(after.text())) {
            changed.add("text");
        }
        if (!before.themes().equals(after.themes())) {
            changed.add("themes");
        }
        if (!Objects.equals(before.municipality(), after.municipality())) {
            changed.add("municipality");
        }
        return changed;
    }
}

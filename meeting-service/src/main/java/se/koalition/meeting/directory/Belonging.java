package se.koalition.meeting.directory;

import java.util.Collection;
import java.util.Set;

/** That each of these members belongs to each of these coalitions. */
public record Belonging(Collection<String> memberIds, Set<String> coalitionIds) {

    static final Belonging NONE = new Belonging(Set.of(), Set.of());

    public boolean isEmpty() {
        return memberIds.isEmpty() || coalitionIds.isEmpty();
    }
}

package se.koalition.meeting.directory;

import java.util.Collection;
import java.util.Set;

/**
 * That each of these members belongs to each of these coalitions.
 *
 * @param leavers those who may belong no more where they did
 */
public record Belonging(Collection<String> memberIds, Set<String> coalitionIds, Collection<String> leavers) {

    static final Belonging NONE = new Belonging(Set.of(), Set.of(), Set.of());

    public boolean isEmpty() {
        return memberIds.isEmpty() || coalitionIds.isEmpty();
    }
}

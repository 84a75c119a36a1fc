package se.koalition.portal.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.koalition.portal.matching.Met;
import se.koalition.portal.readmodel.Match;
import se.koalition.portal.readmodel.Meeting;
import se.koalition.portal.readmodel.Member;

/**
 * Which actors have met: at a meeting that is over, to which members of both said yes, or in a match.
 *
 * @param occasions by actor, the ids of the meetings and matches where it met others
 */
record Acquaintances(Map<String, Set<String>> occasions) implements Met {

    static Acquaintances of(
            Collection<Meeting> meetings, Collection<Match> matches, Collection<Member> members, Instant now) {
        Map<String, String> actorOf = members.stream()
                .filter(member -> member.actorId() != null)
                .collect(Collectors.toMap(Member::id, member -> String.valueOf(member.actorId())));
        Map<String, Set<String>> occasions = new HashMap<>();
        meetings.stream()
                .filter(meeting ->
                        meeting.status().equals("scheduled") && meeting.end().isBefore(now))
                .forEach(meeting -> meeting.answers().keySet().stream()
                        .filter(member -> actorOf.containsKey(member) && "yes".equals(meeting.answerOf(member)))
                        .forEach(member -> add(occasions, String.valueOf(actorOf.get(member)), meeting.id())));
        matches.stream()
                .filter(Match::haveMet)
                .forEach(match -> match.actors().forEach(actor -> add(occasions, actor, match.id())));
        return new Acquaintances(Map.copyOf(occasions));
    }

    private static void add(Map<String, Set<String>> occasions, String actorId, String occasion) {
        occasions.computeIfAbsent(actorId, id -> new HashSet<>()).add(occasion);
    }

    @Override
    public boolean before(String oneActorId, String otherActorId) {
        return !Collections.disjoint(
                occasions.getOrDefault(oneActorId, Set.of()), occasions.getOrDefault(otherActorId, Set.of()));
    }
}

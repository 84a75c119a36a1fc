package se.koalition.notification.deliveries;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Event;
import se.koalition.notification.deliveries.Delivery.Kind;
import se.koalition.notification.directory.Actor;
import se.koalition.notification.directory.Audience;
import se.koalition.notification.directory.Directory;
import se.koalition.notification.directory.Insight;
import se.koalition.notification.directory.Match;
import se.koalition.notification.directory.Meeting;
import se.koalition.notification.directory.Member;

/**
 * Compares, after each event, what should have been sent with the deliveries there are, and adds what is missing. It
 * looks at what is known by now and never at the event alone, so it comes to the same whatever is told first, and how
 * often.
 */
@Component
class Reconciliation {

    private final Directory directory;
    private final Audience audience;
    private final Deliveries deliveries;
    private final Clock clock;

    Reconciliation(Directory directory, Audience audience, Deliveries deliveries, Clock clock) {
        this.directory = directory;
        this.audience = audience;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Takes the event over and adds the deliveries that follow; a resync's are settled at once, unsent. */
    void on(Event event) {
        directory.take(event);
        String id = event.id().aggregateId();
        boolean silent = event.resync();
        switch (event.id().aggregateType()) {
            case "meeting" -> directory.meeting(id).ifPresent(meeting -> meeting(meeting, silent));
            case "insight" -> directory.insight(id).ifPresent(insight -> insight(insight, silent));
            case "match" -> directory.match(id).ifPresent(match -> match(match, silent));
            case "need", "offer" -> directory.matchesAbout(id).forEach(match -> match(match, silent));
            case "member" -> directory.member(id).ifPresent(member -> member(member, silent));
            case "actor" -> directory.actor(id).ifPresent(actor -> insights(coalitionsOf(actor), silent));
            default -> {
                // Nobody is mailed because of anything else.
            }
        }
    }

    private void meeting(Meeting meeting, boolean silent) {
        deliveries.suppressBefore(meeting.id(), meeting.revision());
        add(meeting, directory.members(meeting.invited()), silent);
    }

    private void member(Member member, boolean silent) {
        directory.meetingsWith(member.id()).forEach(meeting -> add(meeting, List.of(member), silent));
        Stream<String> byActor = directory.actor(String.valueOf(member.actorId())).stream()
                .flatMap(actor -> coalitionsOf(actor).stream());
        Stream<String> byRole = member.roles().stream().map(Member.Role::coalitionId);
        insights(Stream.concat(byActor, byRole).distinct().toList(), silent);
        directory.matchesWith(String.valueOf(member.actorId())).forEach(match -> match(match, silent));
    }

    /** A meeting that is over is no news, and one that is called off is news only to those who heard of it. */
    private void add(Meeting meeting, List<Member> members, boolean silent) {
        Instant now = clock.instant();
        if (meeting.over(now)) {
            return;
        }
        Kind kind = meeting.cancelled() ? Kind.CANCELLATION : Kind.INVITATION;
        Set<String> told = meeting.cancelled() ? deliveries.invitedBefore(meeting.id(), meeting.revision()) : Set.of();
        deliveries.add(members.stream()
                .filter(member -> !meeting.cancelled() || told.contains(member.id()))
                .map(member -> Delivery.to(member.id(), meeting.id(), meeting.revision(), kind, silent, now))
                .toList());
    }

    private void insights(Collection<String> coalitionIds, boolean silent) {
        directory.insightsIn(coalitionIds).forEach(insight -> insight(insight, silent));
    }

    private void insight(Insight insight, boolean silent) {
        Instant now = clock.instant();
        deliveries.add(audience.of(insight).stream()
                .map(member -> Delivery.to(member.id(), insight.id(), 0, Kind.INSIGHT, silent, now))
                .toList());
    }

    private void match(Match match, boolean silent) {
        Instant now = clock.instant();
        deliveries.add(audience.of(match).stream()
                .map(member -> Delivery.to(member.id(), match.id(), 0, Kind.CONTACT, silent, now))
                .toList());
    }

    private static List<String> coalitionsOf(Actor actor) {
        return actor.participations().stream()
                .map(Actor.Participation::coalitionId)
                .toList();
    }
}

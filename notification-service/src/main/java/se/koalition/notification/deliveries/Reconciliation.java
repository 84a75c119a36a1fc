package se.koalition.notification.deliveries;

import java.time.Clock;
import java.time.Duration;
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

    /** Who has been there for longer needs no welcome, as when all is told again from the beginning. */
    private static final Duration NEW = Duration.ofDays(7);

    private final Directory directory;
    private final Audience audience;
    private final Deliveries deliveries;
    private final JoinDeliveries joining;
    private final Clock clock;

    Reconciliation(Directory directory, Audience audience, Deliveries deliveries, JoinDeliveries joining, Clock clock) {
        this.directory = directory;
        this.audience = audience;
        this.deliveries = deliveries;
        this.joining = joining;
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
            case "actor" -> directory.actor(id).ifPresent(actor -> actor(actor, silent));
            case "coalition" -> directory.membersIn(id).forEach(member -> welcome(member, silent));
            case "join-request" -> directory.joinRequest(id).ifPresent(request -> joining.request(request, silent));
            default -> {
                // Nobody is mailed because of anything else.
            }
        }
    }

    private void meeting(Meeting meeting, boolean silent) {
        deliveries.suppressBefore(meeting.id(), meeting.revision());
        List<Member> invited = directory.members(meeting.invited()).stream()
                .filter(Member::present)
                .toList();
        add(meeting, invited, silent);
    }

    private void actor(Actor actor, boolean silent) {
        insights(coalitionsOf(actor), silent);
        directory.membersOf(List.of(actor.id())).forEach(member -> welcome(member, silent));
    }

    /** Once it is known what to say: to whom they belong. Who asked to join hears the answer to that instead. */
    private void welcome(Member member, boolean silent) {
        Instant now = clock.instant();
        if (member.present()
                && !member.tookPartOnRequest()
                && member.addedAt().isAfter(now.minus(NEW))
                && !directory.coalitionsOf(member).isEmpty()) {
            int minute = Math.toIntExact(member.addedAt().getEpochSecond() / 60);
            deliveries.add(List.of(Delivery.to(member.id(), member.id(), minute, Kind.WELCOME, silent, now)));
        }
    }

    private void member(Member member, boolean silent) {
        if (member.erased()) {
            deliveries.forget(member.id());
        } else if (member.present()) {
            present(member, silent);
        } else {
            deliveries.dropUnsent(member.id());
        }
    }

    private void present(Member member, boolean silent) {
        welcome(member, silent);
        directory.meetingsWith(member.id()).forEach(meeting -> add(meeting, List.of(member), silent));
        Stream<String> byActor = directory.actor(String.valueOf(member.actorId())).stream()
                .flatMap(actor -> coalitionsOf(actor).stream());
        Stream<String> byRole = member.roles().stream().map(Member.Role::coalitionId);
        insights(Stream.concat(byActor, byRole).distinct().toList(), silent);
        joining.member(member, silent);
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

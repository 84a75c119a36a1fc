package se.koalition.portal.readmodel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Event;
import se.koalition.messaging.Replicas;
import se.koalition.portal.audit.Trail;

/**
 * Takes events into the read model. Every step may be repeated and come in any order: a replica only moves forward, an
 * item of activity has its event's id, and a stamp that rises once too often costs one look.
 */
@Component
class Intake {

    private final Replicas replicas;
    private final ReadModel model;
    private final Activity activity;
    private final Stamps stamps;
    private final Trail trail;
    private final List<Farewell> farewells;

    Intake(
            Replicas replicas,
            ReadModel model,
            Activity activity,
            Stamps stamps,
            Trail trail,
            List<Farewell> farewells) {
        this.farewells = farewells;
        this.replicas = replicas;
        this.model = model;
        this.activity = activity;
        this.stamps = stamps;
        this.trail = trail;
    }

    /** The stamps rise last: who sees a new stamp sees what it stands for. */
    void take(Event event) {
        Set<String> touched = switch (event.id().aggregateType()) {
            case "coalition" -> coalition(event);
            case "actor" -> actor(event);
            case "actors-import" -> actorsImport(event);
            case "member" -> member(event);
            case "meeting" -> meeting(event);
            case "answer" -> answer(event);
            case "insight" -> insight(event);
            case "join-request" -> joinRequest(event);
            case "need", "offer" -> posting(event);
            case "match" -> match(event);
            default -> Set.of();
        };
        trail.remember(event);
        stamps.touch(touched);
    }

    private Set<String> coalition(Event event) {
        Coalition coalition = event.state(Coalition.class);
        keep(event);
        activity.remember(event, coalition.id(), coalition.name(), true);
        return Set.of(coalition.id(), Stamps.ALL);
    }

    /** Those that it took part in before as well, for a merged duplicate says nothing of them any more. */
    private Set<String> actor(Event event) {
        Actor actor = event.state(Actor.class);
        List<String> before = model.actor(actor.id()).map(Intake::coalitions).orElse(List.of());
        keep(event);
        activity.rememberTakingPart(actor);
        Set<String> touched = new HashSet<>(coalitions(actor));
        actor.formerParticipations().forEach(f -> touched.add(f.coalitionId()));
        touched.addAll(before);
        touched.add(Stamps.ALL);
        return touched;
    }

    private Set<String> actorsImport(Event event) {
        ActorsImport list = event.state(ActorsImport.class);
        keep(event);
        activity.remember(event, list.coalitionId(), Integer.toString(list.rows()), true);
        return Set.of(list.coalitionId());
    }

    /** Whose name or rights show in the coalitions; an actor that comes later touches them itself. */
    private Set<String> member(Event event) {
        String id = event.id().aggregateId();
        Set<String> touched = new HashSet<>();
        model.member(id).ifPresent(before -> touched.addAll(coalitions(before)));
        keep(event);
        Member member = model.member(id).orElseThrow();
        touched.addAll(coalitions(member));
        model.insightsBy(id).forEach(insight -> touched.add(insight.coalitionId()));
        if (!member.present()) {
            farewells.forEach(farewell -> farewell.to(id));
        }
        return touched;
    }

    private Set<String> coalitions(Member member) {
        Set<String> all = new HashSet<>();
        member.roles().forEach(role -> all.add(role.coalitionId()));
        if (member.actorId() != null) {
            model.actor(member.actorId()).ifPresent(actor -> all.addAll(coalitions(actor)));
        }
        return all;
    }

    private Set<String> meeting(Event event) {
        Meeting meeting = event.state(Meeting.class);
        keep(event);
        activity.remember(event, meeting.coalitionId(), meeting.title(), true);
        return Set.of(meeting.coalitionId(), Stamps.ALL);
    }

    /** The second source of a meeting's document; a meeting that comes later touches the coalition itself. */
    private Set<String> answer(Event event) {
        AnswerState answer = event.state(AnswerState.class);
        Document part = new Document("answer", answer.answer()).append("revision", answer.revision());
        replicas.take("meeting", answer.meetingId(), "answers." + answer.memberId(), event, part);
        return model.coalitionOfMeeting(answer.meetingId()).map(Set::of).orElse(Set.of());
    }

    private Set<String> insight(Event event) {
        Insight insight = event.state(Insight.class);
        keep(event);
        activity.remember(event, insight.coalitionId(), insight.title(), insight.isPublic());
        return Set.of(insight.coalitionId(), Stamps.ALL);
    }

    /** Of no concern to anybody but the coordinators, who see it fresh each time. */
    private Set<String> joinRequest(Event event) {
        keep(event);
        return Set.of();
    }

    private Set<String> posting(Event event) {
        Posting posting = event.state(Posting.class);
        keep(event);
        activity.remember(event, posting.coalitionId(), posting.title(), true);
        return Set.of(posting.coalitionId());
    }

    private Set<String> match(Event event) {
        Match match = event.state(Match.class);
        keep(event);
        return Set.of(match.coalitionId());
    }

    private void keep(Event event) {
        String type = event.id().aggregateType();
        replicas.take(
                type,
                event.id().aggregateId(),
                type,
                event,
                Document.parse(event.state().toString()));
    }

    private static List<String> coalitions(Actor actor) {
        return actor.participations().stream()
                .map(Actor.Participation::coalitionId)
                .toList();
    }

    /** The fields of an Answer that count. */
    private record AnswerState(String meetingId, String memberId, String answer, long revision) {}
}

package se.koalition.portal.audit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.koalition.messaging.Replicas;

/** Finds the coalitions in which something was done, and the title of what it was done to. */
@Component
class Whereabouts {

    private final Replicas replicas;

    Whereabouts(Replicas replicas) {
        this.replicas = replicas;
    }

    /**
     * Where something was done.
     *
     * @param coalitions empty if that is not known yet
     * @param title never a person's name: those are looked up at reading, so that they can be erased
     * @param about the member whom it was done to
     * @param waitsFor {@code type:id} of the aggregate that will tell what is missing here; null if nothing is
     */
    record Where(
            Set<String> coalitions,
            @Nullable String title,
            @Nullable String about,
            @Nullable String waitsFor) {

        boolean known() {
            return !coalitions.isEmpty();
        }

        /** In the same place as what was written down before. */
        Where like(Document before) {
            String waits = before.getString("waits");
            return new Where(
                    Set.copyOf(before.getList("coalitions", String.class)),
                    title,
                    about,
                    waits == null ? waitsFor : waits);
        }

        Where untitled() {
            return new Where(coalitions, null, about, waitsFor);
        }
    }

    /** Of an aggregate that is in the read model. */
    Optional<Where> find(String type, String id) {
        return subject(type, id).map(subject -> of(type, id, subject));
    }

    Where of(String type, String id, Subject subject) {
        return switch (type) {
            case "coalition" -> new Where(Set.of(id), subject.called(), null, null);
            case "actor" -> ofActor(id, subject);
            case "member" -> ofMember(id, subject);
            case "answer" -> ofAnswer(subject);
            case "match" -> ofMatch(subject);
            default -> new Where(subject.coalitions(), subject.called(), null, null);
        };
    }

    /** The title of what an entry waits for, if it has come. */
    @Nullable String title(String waitsFor) {
        int colon = waitsFor.indexOf(':');
        return subject(waitsFor.substring(0, colon), waitsFor.substring(colon + 1))
                .map(Subject::called)
                .orElse(null);
    }

    private static Where ofActor(String id, Subject actor) {
        Set<String> coalitions = actor.coalitions();
        return new Where(coalitions, actor.called(), null, coalitions.isEmpty() ? "actor:" + id : null);
    }

    private Where ofMember(String id, Subject member) {
        String actor = member.actorId() == null ? member.formerActorId() : member.actorId();
        Set<String> coalitions = new HashSet<>(member.coalitions());
        if (actor != null) {
            subject("actor", actor).ifPresent(found -> coalitions.addAll(found.coalitions()));
        }
        return new Where(coalitions, null, id, actor != null && coalitions.isEmpty() ? "actor:" + actor : null);
    }

    private Where ofAnswer(Subject answer) {
        Optional<Subject> meeting = subject("meeting", String.valueOf(answer.meetingId()));
        return new Where(
                meeting.map(Subject::coalitions).orElse(Set.of()),
                meeting.map(Subject::called).orElse(null),
                answer.memberId(),
                meeting.isPresent() ? null : "meeting:" + answer.meetingId());
    }

    private Where ofMatch(Subject match) {
        String title = subject("need", String.valueOf(match.needId()))
                .map(Subject::called)
                .orElse(null);
        return new Where(match.coalitions(), title, null, title == null ? "need:" + match.needId() : null);
    }

    private Optional<Subject> subject(String type, String id) {
        return replicas.find(type, id, type, Subject.class);
    }
}

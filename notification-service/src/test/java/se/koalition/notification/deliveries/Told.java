package se.koalition.notification.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import se.koalition.messaging.Event;
import se.koalition.messaging.EventId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What other services tell of one coalition, each with ids of its own so that tests do not meet. */
final class Told {

    static final Instant AUTUMN = Instant.parse("2026-09-01T08:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    final String coalition = UUID.randomUUID().toString();
    final String meeting = UUID.randomUUID().toString();
    final String insight = UUID.randomUUID().toString();
    final String request = UUID.randomUUID().toString();
    final String need = UUID.randomUUID().toString();
    final String offer = UUID.randomUUID().toString();
    final String match = UUID.randomUUID().toString();
    final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS);

    String member(String name) {
        return UUID.nameUUIDFromBytes((coalition + name).getBytes(UTF_8)).toString();
    }

    String address(String name) {
        return name + "@" + coalition + ".example";
    }

    Event coalitionStarted() {
        return event("coalition", coalition, 1, "coalition.started.v1", Map.of("name", "Likvärdig skolgång"));
    }

    /** A person of an actor that has the same name with an s. */
    Event memberAdded(String name) {
        return memberAdded(name, name + "s", address(name), AUTUMN);
    }

    Event memberAdded(String name, @Nullable String actor, String address, Instant at) {
        Map<String, Object> state = new TreeMap<>(
                Map.of("name", name, "email", address, "language", "sv", "roles", List.of(), "addedAt", at.toString()));
        if (actor != null) {
            state.put("actorId", member(actor));
        }
        return event("member", member(name), 1, "member.added.v1", state);
    }

    /** The same person later, with these fields beside what was told before. */
    Event memberLater(String name, long sequence, String fact, Map<String, Object> fields) {
        Map<String, Object> state = new TreeMap<>(Map.of(
                "name",
                name,
                "email",
                address(name),
                "language",
                "sv",
                "roles",
                List.of(),
                "addedAt",
                AUTUMN.toString()));
        state.putAll(fields);
        return event("member", member(name), sequence, fact, state);
    }

    Event memberLeft(String name) {
        return memberLater(
                name, 2, "member.left.v1", Map.of("leftAt", Instant.now().toString()));
    }

    Event memberErased(String name) {
        String now = Instant.now().toString();
        return memberLater(
                name,
                3,
                "member.erased.v1",
                Map.of("name", "(erased)", "email", member(name) + "@erased.invalid", "leftAt", now, "erasedAt", now));
    }

    Event actorJoined(String actor, Instant at) {
        Map<String, Object> participation = Map.of("coalitionId", coalition, "joinedAt", at.toString());
        return event(
                "actor",
                member(actor),
                2,
                "actor.joined-coalition.v1",
                Map.of("name", actor, "sector", "academia", "participations", List.of(participation)));
    }

    Event meetingScheduled(String... invited) {
        return meeting(1, 0, "meeting.scheduled.v1", "scheduled", start, invited);
    }

    Event meetingRescheduled(String... invited) {
        return meeting(2, 1, "meeting.rescheduled.v1", "scheduled", start.plus(1, ChronoUnit.DAYS), invited);
    }

    Event meetingCancelled(String... invited) {
        return meeting(3, 2, "meeting.cancelled.v1", "cancelled", start.plus(1, ChronoUnit.DAYS), invited);
    }

    Event meeting(long sequence, int revision, String type, String status, Instant at, String... invited) {
        List<String> ids = Arrays.stream(invited).map(this::member).toList();
        return event(
                "meeting",
                meeting,
                sequence,
                type,
                Map.of(
                        "coalitionId",
                        coalition,
                        "title",
                        "Möte 1",
                        "start",
                        at.toString(),
                        "end",
                        at.plus(90, ChronoUnit.MINUTES).toString(),
                        "timeZone",
                        "Europe/Stockholm",
                        "agenda",
                        List.of(Map.of("title", "Välkomna")),
                        "status",
                        status,
                        "revision",
                        revision,
                        "invited",
                        ids));
    }

    Event insightShared(String author, Instant at) {
        return event(
                "insight",
                insight,
                1,
                "insight.shared.v1",
                Map.of(
                        "coalitionId",
                        coalition,
                        "title",
                        "Kom i tid",
                        "text",
                        "Vi såg **tidigt**.",
                        "themes",
                        List.of(),
                        "visibility",
                        "coalition",
                        "authorId",
                        member(author),
                        "actorId",
                        member(author + "s"),
                        "sharedAt",
                        at.toString()));
    }

    /** Someone from outside. */
    private Map<String, Object> role(String role, Instant since) {
        return Map.of("coalitionId", coalition, "role", role, "since", since.toString());
    }

    Event memberAdmitted(String name) {
        return memberLater(name, 2, "member.admitted.v1", Map.of("roles", List.of(role("member", AUTUMN))));
    }

    Event coordinatorAdded(String name, Instant since) {
        return event(
                "member",
                member(name),
                1,
                "member.added.v1",
                Map.of(
                        "name",
                        name,
                        "email",
                        address(name),
                        "language",
                        "sv",
                        "roles",
                        List.of(role("coordinator", since)),
                        "addedAt",
                        since.toString()));
    }

    Event memberApplied(String name) {
        return event(
                "member",
                member(name),
                1,
                "member.applied.v1",
                Map.of(
                        "name",
                        name,
                        "email",
                        address(name),
                        "language",
                        "sv",
                        "roles",
                        List.of(),
                        "addedAt",
                        AUTUMN.toString(),
                        "applicant",
                        Map.of("coalitionId", coalition)));
    }

    Event memberSeated(String name) {
        Event added = memberAdded(name);
        return new Event(
                added.topic(),
                new EventId("member", member(name), 2),
                "member.seated.v1",
                added.time(),
                null,
                false,
                added.fact(),
                added.state());
    }

    Event joinRequest(long sequence, String status, boolean proven, @Nullable String applicant) {
        Map<String, Object> state = new TreeMap<>(Map.of(
                "coalitionId",
                coalition,
                "organisation",
                "Kulturskolan",
                "sector",
                "culture",
                "proven",
                proven,
                "status",
                status,
                "receivedAt",
                AUTUMN.toString()));
        if (applicant != null) {
            state.put("memberId", member(applicant));
        }
        if (status.equals("accepted")) {
            state.put("actorId", member(applicant + "s"));
        }
        return event("join-request", request, sequence, "join-request." + status + ".v1", state);
    }

    Event needOpened() {
        return event("need", need, 1, "need.opened.v1", Map.of("title", "Läxhjälp"));
    }

    Event offerOpened() {
        return event("offer", offer, 1, "offer.opened.v1", Map.of("title", "Handledare"));
    }

    /** The actor of one person takes contact with that of another: a need with an offer. */
    Event contactTaken(String by, String with, Instant at) {
        return match(1, "contacted", by, with, at);
    }

    Event match(long sequence, String status, String by, String with, Instant at) {
        return event(
                "match",
                match,
                sequence,
                "match." + status + ".v1",
                Map.ofEntries(
                        Map.entry("coalitionId", coalition),
                        Map.entry("needId", need),
                        Map.entry("offerId", offer),
                        Map.entry("needActorId", member(by + "s")),
                        Map.entry("offerActorId", member(with + "s")),
                        Map.entry("contactedBy", member(by)),
                        Map.entry("contactedActorId", member(with + "s")),
                        Map.entry("status", status),
                        Map.entry("message", "Hej! Kan vi ses?"),
                        Map.entry("contactedAt", at.toString())));
    }

    static Event resync(Event event) {
        return new Event(
                event.topic(),
                event.id(),
                event.type(),
                event.time(),
                null,
                true,
                JSON.createObjectNode(),
                event.state());
    }

    private static Event event(String type, String id, long sequence, String fact, Map<String, Object> fields) {
        ObjectNode state = JSON.valueToTree(fields);
        state.put("id", id);
        return new Event(
                "told",
                new EventId(type, id, sequence),
                fact,
                Instant.now(),
                null,
                false,
                JSON.createObjectNode(),
                state);
    }

    /** The event as its owner's relay sends it. */
    static ProducerRecord<String, byte[]> record(Event event) {
        String topic = switch (event.id().aggregateType()) {
            case "meeting" -> "meeting-events";
            case "insight" -> "insight-events";
            default -> "actor-events";
        };
        byte[] value = JSON.writeValueAsBytes(Map.of("fact", event.fact(), "state", event.state()));
        var told = new ProducerRecord<>(topic, event.id().aggregateId(), value);
        Map<String, String> headers = new TreeMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", event.id().toString(),
                "ce_type", event.type(),
                "ce_source", "/a-service",
                "ce_subject", event.id().aggregateId(),
                "ce_time", event.time().toString(),
                "ce_sequence", Long.toString(event.id().sequence()),
                "content-type", "application/json"));
        if (event.resync()) {
            headers.put("ce_resync", "true");
        }
        headers.forEach((name, text) -> told.headers().add(name, text.getBytes(UTF_8)));
        return told;
    }
}

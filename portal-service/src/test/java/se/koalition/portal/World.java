package se.koalition.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coalition with actors, members, a meeting, answers and insights, as a stream of events in a good order. */
public final class World {

    public final String coalition = UUID.randomUUID().toString();
    public final String list = UUID.randomUUID().toString();
    public final String school = UUID.randomUUID().toString();
    public final String museum = UUID.randomUUID().toString();
    public final String anna = UUID.randomUUID().toString();
    public final String bo = UUID.randomUUID().toString();
    public final String meeting = UUID.randomUUID().toString();
    public final String open = UUID.randomUUID().toString();
    public final String secret = UUID.randomUUID().toString();
    public final String carin = UUID.randomUUID().toString();
    public final String need = UUID.randomUUID().toString();
    public final String offer = UUID.randomUUID().toString();
    public final String stage = UUID.randomUUID().toString();
    public final String match = UUID.randomUUID().toString();

    private final List<Told> told = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> histories = new LinkedHashMap<>();
    private Instant clock = Instant.parse("2026-11-02T08:00:00.000Z");

    public World() {
        coalition(1, List.of());
        list(1, "accepted");
        actor(school, 1, "Östra skolan", "municipality", false);
        actor(school, 2, "Östra skolan", "municipality", true);
        actor(museum, 1, "Ålands museum", "culture", false);
        actor(museum, 2, "Ålands museum", "culture", true);
        list(2, "finished");
        coalition(2, List.of(museum));
        member(anna, "Anna", null, true);
        member(bo, "Bo", museum, false);
        meeting(1, 0, "2027-02-17T08:00:00.000Z");
        answer(anna, 1, "yes", 0);
        answer(bo, 1, "no", 0);
        meeting(2, 1, "2027-02-18T08:00:00.000Z");
        answer(bo, 2, "maybe", 1);
        insight(open, "Öppet lärande", "public");
        insight(secret, "Inre lärande", "coalition");
    }

    /** What comes on top where actors need and offer something: the school takes contact with the museum. */
    public List<Told> exchange() {
        int before = told.size();
        member(carin, "Carin", school, false);
        posting("need", need, 1, school, carin, "Läxhjälp på kvällar", "open", "2099-12-31");
        posting("offer", offer, 1, museum, bo, "Handledare som hjälper med läxor", "open", "2099-12-31");
        posting("offer", stage, 1, museum, bo, "Scen och läxhjälp i museet", "open", "2099-12-31");
        match(1, "contacted");
        return List.copyOf(told.subList(before, told.size()));
    }

    public List<Told> events() {
        return List.copyOf(told);
    }

    public String email(String member) {
        if (member.equals(carin)) {
            return "carin-" + carin + "@skola.example";
        }
        return member.equals(anna) ? "anna-" + anna + "@skola.example" : "bo-" + bo + "@museum.example";
    }

    private void coalition(long sequence, List<String> convenors) {
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id", coalition,
                "name", "Fullföljd utbildning",
                "challenge", "Alla ska klara skolan",
                "purposes", List.of("förstå"),
                "phase", "forming",
                "convenors", convenors,
                "startedAt", "2026-11-02T08:00:00.000Z"));
        tell(
                "actor-events",
                "coalition",
                coalition,
                sequence,
                sequence == 1 ? "coalition.started.v1" : "coalition.convenors-named.v1",
                state);
    }

    private void list(long sequence, String status) {
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                list,
                "coalitionId",
                coalition,
                "rows",
                2,
                "status",
                status,
                "acceptedAt",
                "2026-11-02T08:00:00.000Z"));
        if (status.equals("finished")) {
            state.put("outcome", Map.of("registered", 2, "joined", 2, "unchanged", 0));
        }
        tell("actor-events", "actors-import", list, sequence, "actors-import." + status + ".v1", state);
    }

    private void actor(String id, long sequence, String name, String sector, boolean joined) {
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                id,
                "name",
                name,
                "sector",
                sector,
                "registeredAt",
                "2026-11-02T08:00:00.000Z",
                "participations",
                joined
                        ? List.of(Map.of("coalitionId", coalition, "joinedAt", clock.toString(), "importId", list))
                        : List.of()));
        tell(
                "actor-events",
                "actor",
                id,
                sequence,
                joined ? "actor.joined-coalition.v1" : "actor.registered.v1",
                state);
    }

    private void member(String id, String name, @Nullable String actor, boolean coordinator) {
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                id,
                "name",
                name,
                "email",
                email(id),
                "language",
                "sv",
                "addedAt",
                clock.toString(),
                "roles",
                coordinator
                        ? List.of(Map.of("coalitionId", coalition, "role", "coordinator", "since", clock.toString()))
                        : List.of()));
        if (actor != null) {
            state.put("actorId", actor);
        }
        tell("actor-events", "member", id, 1, "member.added.v1", state);
    }

    /** What is told when this member of the museum leaves, and when they are erased. */
    public List<Told> leaving(String id) {
        told.clear();
        Map<String, Object> state = new LinkedHashMap<>(
                Map.of("id", id, "name", "Bo", "email", email(id), "language", "sv", "addedAt", clock.toString()));
        state.put("roles", List.of());
        state.put("formerActorId", museum);
        state.put("formerCoalitionIds", List.of(coalition));
        state.put("leftAt", clock.toString());
        tell("actor-events", "member", id, 2, "member.left.v1", state);
        return events();
    }

    /** What is told when the coalition admits someone who gets no seat. */
    public List<Told> admitted(String id) {
        told.clear();
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                id,
                "name",
                "Dan",
                "email",
                "dan-" + id + "@skola.example",
                "language",
                "sv",
                "addedAt",
                clock.toString()));
        state.put("roles", List.of(Map.of("coalitionId", coalition, "role", "member", "since", clock.toString())));
        tell("actor-events", "member", id, 2, "member.admitted.v1", state);
        return events();
    }

    public List<Told> erasing(String id) {
        Map<String, Object> state = new LinkedHashMap<>(leaving(id).getFirst().state());
        told.clear();
        state.put("name", "(erased)");
        state.put("email", id + "@erased.invalid");
        state.put("erasedAt", clock.toString());
        tell("actor-events", "member", id, 3, "member.erased.v1", state);
        return events();
    }

    private void meeting(long sequence, long revision, String start) {
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                meeting,
                "coalitionId",
                coalition,
                "title",
                "Första mötet",
                "start",
                start,
                "end",
                Instant.parse(start).plusSeconds(7200).toString(),
                "timeZone",
                "Europe/Stockholm",
                "agenda",
                List.of(Map.of("title", "Välkommen")),
                "status",
                "scheduled",
                "revision",
                revision,
                "invited",
                List.of(anna, bo)));
        state.put("link", "https://moten.example/1");
        tell(
                "meeting-events",
                "meeting",
                meeting,
                sequence,
                sequence == 1 ? "meeting.scheduled.v1" : "meeting.rescheduled.v1",
                state);
    }

    private void answer(String member, long sequence, String answer, long revision) {
        String id = meeting + ":" + member;
        tell(
                "meeting-events",
                "answer",
                id,
                sequence,
                "answer.given.v1",
                new LinkedHashMap<>(Map.of(
                        "id",
                        id,
                        "meetingId",
                        meeting,
                        "memberId",
                        member,
                        "answer",
                        answer,
                        "revision",
                        revision,
                        "answeredAt",
                        clock.toString())));
    }

    private void insight(String id, String title, String visibility) {
        Map<String, Object> state = new LinkedHashMap<>(Map.of(
                "id",
                id,
                "coalitionId",
                coalition,
                "title",
                title,
                "text",
                "# Rubrik\n\n**Viktigt** <script>alert(1)</script>",
                "themes",
                List.of("läxhjälp"),
                "visibility",
                visibility,
                "authorId",
                bo,
                "actorId",
                museum,
                "sharedAt",
                clock.toString()));
        tell("insight-events", "insight", id, 1, "insight.shared.v1", state);
    }

    /** A need or an offer; the newest event, for a test to publish. */
    public Told posting(
            String kind,
            String id,
            long sequence,
            String actor,
            String member,
            String title,
            String status,
            String validUntil) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("id", id);
        state.put("coalitionId", coalition);
        state.put("actorId", actor);
        state.put("memberId", member);
        state.put("title", title);
        state.put("text", "Två kvällar i veckan. <b>Viktigt</b>");
        state.put("themes", List.of("läxhjälp"));
        state.put("municipality", "Lund");
        state.put("municipalityCode", "1281");
        state.put("validUntil", validUntil);
        state.put("status", status);
        state.put("openedAt", clock.toString());
        String fact = status.equals("open") ? "opened" : status;
        tell("actor-events", kind, id, sequence, kind + "." + fact + ".v1", state);
        return told.getLast();
    }

    /** The school and the museum; the newest event, for a test to publish. */
    public Told match(long sequence, String status) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("id", match);
        state.put("coalitionId", coalition);
        state.put("needId", need);
        state.put("offerId", offer);
        state.put("needActorId", school);
        state.put("offerActorId", museum);
        state.put("contactedBy", carin);
        state.put("contactedActorId", museum);
        state.put("status", status);
        state.put("message", "Hej, kan vi ses? <i>Carin</i>");
        state.put("contactedAt", clock.toString());
        tell("actor-events", "match", match, sequence, "match." + status + ".v1", state);
        return told.getLast();
    }

    private void tell(
            String topic, String aggregate, String id, long sequence, String type, Map<String, Object> state) {
        List<Map<String, Object>> history = histories.computeIfAbsent(aggregate + id, k -> new ArrayList<>());
        history.add(Map.of("type", type, "time", clock.toString(), "sequence", sequence));
        state.put("history", List.copyOf(history));
        told.add(new Told(topic, aggregate, id, sequence, type, clock.toString(), state, false));
        clock = clock.plusSeconds(60);
    }
}

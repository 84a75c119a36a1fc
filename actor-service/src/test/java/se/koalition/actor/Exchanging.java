package se.koalition.actor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A school that needs something and a theatre that can give it, each with a member, and what they say to each other. */
final class Exchanging {

    static final String SPRING = inMonths(3);

    final String anna = RunningService.newId();
    final String bo = RunningService.newId();
    final String need = RunningService.newId();
    final String offer = RunningService.newId();
    final String school;
    final String theatre;

    private final RunningService service;

    static String inMonths(int months) {
        return LocalDate.now(ZoneOffset.UTC).plusMonths(months).toString();
    }

    Exchanging(RunningService service) {
        this.service = service;
        school = service.registered("Skolan " + service.coalition);
        theatre = service.registered("Teatern " + service.coalition);
        seat(anna, school);
        seat(bo, theatre);
    }

    void seat(String member, String actor) {
        String person = "{\"name\":\"Företrädare\",\"email\":\"%s@aktor.example\"}".formatted(member);
        assertThat(service.as(
                        service.coordinator,
                        RunningService.post("/api/actors/" + actor + "/members", person)
                                .with("Idempotency-Key", member)))
                .hasStatus(201);
    }

    String draft(String fields) {
        return "{\"coalitionId\":\"%s\",\"validUntil\":\"%s\",%s}".formatted(service.coalition, SPRING, fields);
    }

    MvcTestResult open(String kind, String id, String by) {
        String fields = "\"title\":\" Läxhjälp \",\"text\":\"Två kvällar\","
                + "\"themes\":[\"unga\",\"Unga\",\"läxor\"],\"municipality\":\"malmö\"";
        return service.as(by, RunningService.post("/api/" + kind, draft(fields)).with("Idempotency-Key", id));
    }

    void bothOpen() {
        assertThat(open("needs", need, anna)).hasStatus(201);
        assertThat(open("offers", offer, bo)).hasStatus(201);
    }

    MvcTestResult contact(String by) {
        return service.as(
                by,
                RunningService.post(
                        "/api/matches",
                        "{\"needId\":\"%s\",\"offerId\":\"%s\",\"message\":\"Hej!\"}".formatted(need, offer)));
    }

    String match() {
        return UUID.nameUUIDFromBytes(("match:" + need + ":" + offer).getBytes(UTF_8))
                .toString();
    }

    MvcTestResult says(String by, String path, String body) {
        return service.as(by, RunningService.post(path, body));
    }

    String typeOf(String id) {
        return id.equals(need) ? "need" : id.equals(offer) ? "offer" : "match";
    }

    void merge(String survivor, String duplicate) {
        String body = "{\"duplicateId\":\"" + duplicate + "\"}";
        assertThat(says(service.coordinator, "/api/actors/" + survivor + "/mergers", body))
                .hasStatus(204);
    }

    private String actorOf(String type, String id) {
        Document state = service.stored(type, id).get("state", Document.class);
        return state.getString(type.equals("match") ? "needActorId" : "actorId");
    }

    /** Everything that can happen to the three. */
    void wholeStory() {
        bothOpen();
        String worded = "{\"title\":\"Hjälp\",\"text\":\"Tre kvällar\"}";
        service.as(anna, RunningService.put("/api/needs/" + need, worded).with("If-Match", "\"1\""));
        says(bo, "/api/offers/" + offer + "/renewal", "{\"validUntil\":\"" + inMonths(4) + "\"}");
        contact(anna);
        says(bo, "/api/matches/" + match() + "/meeting", "");
        says(anna, "/api/matches/" + match() + "/result", "{\"text\":\"Läxhjälp\"}");
        service.hear("member", anna, "member.erased.v1", "{}", "{}");
        merge(theatre, school);
        await().atMost(RunningService.PATIENCE)
                .untilAsserted(() -> assertThat(List.of(actorOf("need", need), actorOf("match", match())))
                        .containsOnly(theatre));
        says(bo, "/api/needs/" + need + "/fulfilment", "");
        says(bo, "/api/offers/" + offer + "/withdrawal", "");
    }
}

package se.koalition.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.koalition.local.demo.Demo;
import tools.jackson.databind.JsonNode;

/** The first coalition, and words to act in it. */
final class Demonstration {

    static final String COALITION = Demo.id("coalition");
    static final String PATH = "/api/coalitions/" + COALITION;
    static final Duration SOON = Duration.ofSeconds(60);

    private Demonstration() {}

    static List<String> members() {
        return Demo.members().toList();
    }

    /** One who reads Swedish, who reads English, or whom a test needs for itself alone. */
    static Person member(int index) {
        return new Person(members().get(index));
    }

    static JsonNode awaitCoalition(Predicate<JsonNode> wanted) {
        return await().atMost(SOON).until(() -> Person.COORDINATOR.read(PATH), wanted);
    }

    static JsonNode awaitMeeting(String id, Predicate<JsonNode> wanted) {
        return await().atMost(SOON)
                .until(
                        () -> Person.COORDINATOR.get("/api/meetings/" + id),
                        answer -> answer.status() == 200 && wanted.test(answer.json()))
                .json();
    }

    /** A meeting of its own for a test, so that tests do not disturb each other. */
    static String schedule(String title, String start, String end) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("coalitionId", COALITION);
        plan.put("title", title);
        plan.put("purpose", "Vi prövar <b>allt</b> & lite till.");
        plan.put("start", start);
        plan.put("end", end);
        plan.put("timeZone", "Europe/Stockholm");
        plan.put("link", "https://moten.koalition.example/prov");
        plan.put("agenda", List.of("Välkommen", "Åtgärder"));
        String id = Person.COORDINATOR.make("/api/meetings", plan);
        awaitMeeting(id, meeting -> true);
        return id;
    }
}

package se.koalition.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import se.koalition.local.demo.Demo;
import tools.jackson.databind.json.JsonMapper;

/** Makes the {@link Ground} over HTTP, as coordinators do. */
record GroundWork(Addresses addresses, Persistent portal, Clients clients, Backlog backlog) {

    Ground make() throws IOException, InterruptedException, ExecutionException {
        String coalition = UUID.randomUUID().toString();
        startCoalition(coalition);
        bringActorsIn(coalition);
        backlog.settle();
        List<String> meetings = schedule(coalition);
        List<String> members = Demo.members().toList();
        List<String> probing = members.subList(Clients.COUNT, Clients.COUNT + Ground.PROBES);
        return new Ground(
                callers(members.subList(0, Clients.COUNT), "meeting-service"),
                callers(probing, "meeting-service"),
                callers(probing, "portal"),
                meetings);
    }

    private void startCoalition(String id) throws IOException, InterruptedException {
        Map<String, ?> coalition = Map.of(
                "name", "Belastningsprov",
                "challenge", "Hur mycket klarar vi?",
                "coordinator", Map.of("name", "Samordnare, koalitionen", "email", Demo.COORDINATOR, "language", "sv"));
        portal.post(
                "/api/coalitions",
                Demo.OPERATOR,
                id,
                "application/json",
                JsonMapper.shared().writeValueAsBytes(coalition));
    }

    /** The demo's actors, and with them its members, join one more coalition. */
    private void bringActorsIn(String coalition) throws IOException, InterruptedException {
        byte[] csv;
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/actors.csv"))) {
            csv = in.readAllBytes();
        }
        String imports = "/api/coalitions/" + coalition + "/actors/imports";
        String id = UUID.randomUUID().toString();
        portal.post(imports, Demo.COORDINATOR, id, "text/csv;charset=utf-8", csv);
        portal.awaitStatus(imports + "/" + id, Demo.COORDINATOR, "finished");
    }

    private List<String> schedule(String coalition) throws IOException, InterruptedException, ExecutionException {
        List<String> ids = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(Ground.MEETINGS + 1)
                .toList();
        Caller coordinator =
                callers(List.of(Demo.COORDINATOR), "meeting-service").getFirst();
        Instant first = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        AtomicInteger next = new AtomicInteger();
        Round round = clients.run(
                client -> {
                    int number = next.getAndIncrement();
                    return number < ids.size()
                            ? meeting(coordinator, coalition, ids.get(number), first.plus(number, ChronoUnit.HOURS))
                            : null;
                },
                Duration.ofMinutes(3));
        if (round.tally().accepted.size() < ids.size()) {
            throw new IllegalStateException("Not all meetings could be scheduled: " + round.tally().firstOther);
        }
        backlog.settle();
        return ids;
    }

    private HttpRequest meeting(Caller coordinator, String coalition, String id, Instant start) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "coalitionId", coalition,
                        "title", "Belastningsprov",
                        "start", start.toString(),
                        "end", start.plus(1, ChronoUnit.HOURS).toString(),
                        "agenda", List.of("Välkommen", "Åtgärder")));
        return coordinator
                .request(addresses.meetings(), "/api/meetings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private List<Caller> callers(List<String> emails, String audience) throws IOException, InterruptedException {
        List<Caller> callers = new ArrayList<>();
        for (String email : emails) {
            callers.add(portal.caller(email, audience));
        }
        return callers;
    }
}

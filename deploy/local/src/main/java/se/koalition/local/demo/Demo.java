package se.koalition.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.koalition.local.portal.Answer;
import se.koalition.local.portal.PortalClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads the first coalition. It asks nothing beforehand: every id is derived from what it is the id of, so loading
 * again sends the same requests and changes nothing.
 */
public final class Demo {

    public static final String OPERATOR = "operator@koalition.example";
    public static final String COORDINATOR = "samordnare@koalition.example";

    private static final String SEQUENCE = "X-Sequence";
    private static final int HOURS = 2;

    private final Patient portal;
    private final Spring spring;
    private final LocalDate validUntil;

    /**
     * @param today the meetings are planned for the spring after it, and what is posted holds to the end of the half
     *     year after its own
     * @param patience how long to wait for each step that is not possible yet
     */
    public Demo(PortalClient portal, LocalDate today, Duration patience) {
        this.portal = new Patient(portal, patience);
        this.spring = Spring.after(today);
        this.validUntil = today.getMonthValue() <= 6
                ? LocalDate.of(today.getYear(), Month.DECEMBER, 31)
                : LocalDate.of(today.getYear() + 1, Month.JUNE, 30);
    }

    /** The id of something in the demo, the coalition being {@code coalition}. */
    public static String id(String thing) {
        return UUID.nameUUIDFromBytes(("koalition-demo:" + thing).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public void load() {
        String coalition = id("coalition");
        startCoalition();
        String csv = resource("actors.csv");
        String imports = "/api/coalitions/" + coalition + "/actors/imports";
        post(imports, COORDINATOR, "import", "", csv);
        portal.awaitStatus(imports + "/" + id("import"), COORDINATOR, "finished");
        String sequence = addMembers(DemoActor.parse(csv));
        nameConvenors(coalition);
        scheduleMeetings(coalition, sequence);
        shareInsights(coalition, sequence);
        post("needs", coalition);
        post("offers", coalition);
    }

    private void startCoalition() {
        JsonNode file = json("coalition.json");
        Map<String, String> coordinator =
                Map.of("name", "Samordnare, koalitionen", "email", COORDINATOR, "language", "sv");
        post(
                "/api/coalitions",
                OPERATOR,
                "coalition",
                "",
                Map.of(
                        "name", file.path("name"),
                        "challenge", file.path("challenge"),
                        "background", file.path("background"),
                        "purposes", file.path("purpose"),
                        "period", file.path("period"),
                        "themes", file.path("themes"),
                        "area", file.path("area"),
                        "coordinator", coordinator));
    }

    private String addMembers(List<DemoActor> actors) {
        String sequence = "";
        for (DemoActor actor : actors) {
            DemoMember member = DemoMember.of(actor);
            Answer added =
                    post("/api/actors/" + actor.id() + "/members", COORDINATOR, "member:" + actor.name(), "", member);
            sequence = added.header(SEQUENCE).orElse(sequence);
        }
        return sequence;
    }

    private void nameConvenors(String coalition) {
        List<String> actors = json("coalition.json")
                .path("convenors")
                .valueStream()
                .map(name -> DemoActor.idOf(name.asString()))
                .toList();
        portal.send(
                "PUT",
                "/api/coalitions/" + coalition + "/convenors",
                COORDINATOR,
                Map.of(),
                Map.of("actorIds", actors));
    }

    private void scheduleMeetings(String coalition, String sequence) {
        JsonNode plans = json("meetings.json");
        List<LocalDateTime> starts = spring.meetings();
        IntStream.range(0, starts.size()).forEach(i -> {
            JsonNode plan = plans.path(i);
            String thing = "meeting-" + spring.year() + "-" + (i + 1);
            post(
                    "/api/meetings",
                    COORDINATOR,
                    thing,
                    sequence,
                    Map.of(
                            "coalitionId", coalition,
                            "title", plan.path("title"),
                            "purpose", plan.path("purpose"),
                            "start", starts.get(i).toString(),
                            "end", starts.get(i).plusHours(HOURS).toString(),
                            "timeZone", "Europe/Stockholm",
                            "link", "https://moten.koalition.example/" + (i + 1),
                            "agenda", plan.path("agenda")));
        });
    }

    private void shareInsights(String coalition, String sequence) {
        JsonNode insights = json("insights.json");
        IntStream.range(0, insights.size()).forEach(i -> {
            JsonNode insight = insights.path(i);
            String author = DemoMember.of(new DemoActor(insight.path("actor").asString(), ""))
                    .email();
            post(
                    "/api/insights",
                    author,
                    "insight-" + (i + 1),
                    sequence,
                    Map.of(
                            "coalitionId", coalition,
                            "title", insight.path("title"),
                            "text", insight.path("text"),
                            "themes", insight.path("themes"),
                            "visibility", insight.path("visibility")));
        });
    }

    /** Each by the one who represents its actor; in another half year they are other ones. */
    private void post(String kind, String coalition) {
        JsonNode all = json("exchange.json").path(kind);
        IntStream.range(0, all.size()).forEach(i -> {
            ObjectNode posting = all.path(i).deepCopy().asObject();
            String actor = posting.remove("actor").asString();
            posting.put("coalitionId", coalition).put("validUntil", validUntil.toString());
            String member = DemoMember.of(new DemoActor(actor, "")).email();
            post("/api/" + kind, member, kind + "-" + validUntil + "-" + (i + 1), "", posting);
        });
    }

    private Answer post(String path, String email, String thing, String sequence, Object body) {
        Map<String, String> headers = sequence.isEmpty()
                ? Map.of("Idempotency-Key", id(thing))
                : Map.of("Idempotency-Key", id(thing), SEQUENCE, sequence);
        return portal.send("POST", path, email, headers, body);
    }

    private static JsonNode json(String name) {
        return JsonMapper.shared().readTree(resource(name));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody whom the demo knows, for those who want to write as one of them. */
    public static Stream<String> members() {
        return DemoActor.parse(resource("actors.csv")).stream()
                .map(actor -> DemoMember.of(actor).email());
    }
}

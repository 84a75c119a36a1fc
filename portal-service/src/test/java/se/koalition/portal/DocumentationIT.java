package se.koalition.portal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the description says is what the API does. */
class DocumentationIT extends Portal {

    private static final Set<String> NO_DATA = Set.of("/api/**", "/api/docs", "/api/openapi.yaml");
    private static final String FILE = "/api/coalitions/{id}/actors.csv";

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    private JsonNode description = JSON.createObjectNode();

    @BeforeEach
    void read() {
        description = JSON.valueToTree(new Yaml().load(get("/api/openapi.yaml").body()));
        strict(description.path("components"));
        strict(description.path("paths"));
    }

    /** What is not described is not there: a field that the description forgot must fail. */
    private static void strict(JsonNode node) {
        if (node instanceof ObjectNode schema
                && "object".equals(schema.path("type").asString(""))
                && schema.has("properties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(DocumentationIT::strict);
    }

    private JsonNode resolved(JsonNode node) {
        String target = node.path("$ref").asString("");
        return target.isEmpty() ? node : description.at(target.substring(1));
    }

    private List<String> errors(String path, String body) {
        JsonNode answer = resolved(description.at("/paths/" + path.replace("/", "~1") + "/get/responses/200"));
        JsonNode schema = answer.at("/content/application~1json/schema");
        assertThat(schema.isMissingNode()).as(path).isFalse();
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", description.path("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
        return compiled
                .validate(JSON.readTree(body), context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void every_get_is_described_and_nothing_else() {
        Set<String> there = mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") && !NO_DATA.contains(path))
                .map(path -> path.replace("/{coalitionId}/actors/imports/{id}", "/{id}/actors/imports/{importId}"))
                .collect(Collectors.toSet());

        assertThat(described("get")).isEqualTo(there);
    }

    private Set<String> described(String method) {
        return description.path("paths").properties().stream()
                .filter(path -> path.getValue().has(method))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void answers_are_as_described() {
        World world = new World();
        publish(world.events());
        publish(world.exchange());
        Told asked = JoiningIT.asked(world, "held", world.bo);
        publish(List.of(asked));
        String token = token(world);
        String coalition = "/api/coalitions/" + world.coalition;
        Map<String, String> addresses = Map.ofEntries(
                entry("/api/coalitions", "/api/coalitions"),
                entry("/api/coalitions/{id}", coalition),
                entry("/api/coalitions/{id}/activity", coalition + "/activity"),
                entry("/api/coalitions/{id}/coverage", coalition + "/coverage"),
                entry("/api/coalitions/{id}/audit", coalition + "/audit"),
                entry("/api/coalitions/{id}/actors/imports/{importId}", coalition + "/actors/imports/" + world.list),
                entry("/api/actors/{id}", "/api/actors/" + world.school),
                entry("/api/meetings/{id}", "/api/meetings/" + world.meeting),
                entry("/api/insights/{id}", "/api/insights/" + world.secret),
                entry("/api/join-challenge", "/api/join-challenge"),
                entry("/api/coalitions/{id}/join-requests", coalition + "/join-requests"),
                entry("/api/join-requests/{id}", "/api/join-requests/" + asked.id()),
                entry("/api/coalitions/{id}/members", coalition + "/members"),
                entry("/api/members/{id}", "/api/members/" + world.anna),
                entry("/api/members/{id}/data", "/api/members/" + world.anna + "/data"),
                entry("/api/coalitions/{id}/needs", coalition + "/needs"),
                entry("/api/coalitions/{id}/offers", coalition + "/offers"),
                entry("/api/coalitions/{id}/proposals", coalition + "/proposals"),
                entry("/api/coalitions/{id}/matches", coalition + "/matches"),
                entry("/api/needs/{id}", "/api/needs/" + world.need),
                entry("/api/offers/{id}", "/api/offers/" + world.offer),
                entry("/api/needs/{id}/proposals", "/api/needs/" + world.need + "/proposals"),
                entry("/api/offers/{id}/proposals", "/api/offers/" + world.stage + "/proposals"),
                entry("/api/matches/{id}", "/api/matches/" + world.match));
        Set<String> described = described("get");
        described.remove(FILE);
        assertThat(addresses.keySet()).isEqualTo(described);

        addresses.forEach((path, address) -> {
            await(path)
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> get(address, "Authorization", token).statusCode() == 200);
            await(path)
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> !get(address, "Authorization", token).body().equals("{\"items\":[]}"));
            assertThat(errors(path, get(address, "Authorization", token).body()))
                    .as(path)
                    .isEmpty();
        });
    }

    private String token(World world) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !token(world.email(world.anna)).equals("Bearer "));
        return token(world.email(world.anna));
    }

    @Test
    void an_answer_with_a_field_that_is_not_described_is_noticed() {
        String actor = "{\"id\": \"1\", \"name\": \"x\", \"sector\": \"culture\", \"coalitions\": [],"
                + " \"formerCoalitions\": [], \"secret\": 1}";

        assertThat(errors("/api/actors/{id}", actor))
                .singleElement()
                .satisfies(e -> assertThat(e).contains("secret"));
    }

    @Test
    void every_command_is_passed_to_an_owner() {
        World world = new World();
        publish(world.events());
        String token = token(world);

        Stream.of("post", "put", "delete")
                .forEach(method -> described(method).forEach(path -> {
                    NEIGHBOURS.forget();
                    send(
                            browser(),
                            to(path.replaceAll("[{}]", ""))
                                    .header("Authorization", token)
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method.toUpperCase(java.util.Locale.ROOT),
                                            java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
                    assertThat(NEIGHBOURS.came())
                            .singleElement()
                            .satisfies(came -> assertThat(came.path()).isEqualTo(path.replaceAll("[{}]", "")));
                }));
    }

    /** From the owners' sources, for they are not here while this runs. */
    @Test
    void every_command_that_an_owner_takes_is_described_and_nothing_else() throws IOException {
        Set<String> taken = new TreeSet<>();
        for (String owner : List.of("actor-service", "meeting-service", "insight-service")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", owner, "src", "main", "java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith("Controller.java"))
                        .toList()) {
                    taken.addAll(commands(Files.readString(source)));
                }
            }
        }
        Set<String> described = Stream.of("post", "put", "patch", "delete")
                .flatMap(method -> described(method).stream().map(path -> method + " " + unnamed(path)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(taken).hasSizeGreaterThan(20);
        assertThat(described).isEqualTo(taken);
    }

    private static final Pattern BELOW = Pattern.compile("@RequestMapping\\(\"([^\"]+)\"");
    private static final Pattern COMMAND =
            Pattern.compile("@(Post|Put|Patch|Delete)Mapping(?:\\((?:(?:path|value) = )?\"([^\"]*)\")?");

    private static Set<String> commands(String controller) {
        String below = BELOW.matcher(controller)
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .orElse("");
        return COMMAND.matcher(controller)
                .results()
                .flatMap(m -> spelled(below + Objects.requireNonNullElse(m.group(2), ""))
                        .map(path -> m.group(1).toLowerCase(Locale.ROOT) + " " + unnamed(path)))
                .collect(Collectors.toSet());
    }

    /** {@code /{kind:needs|offers}} stands for two. */
    private static Stream<String> spelled(String path) {
        String kinds = "{kind:needs|offers}";
        return path.contains(kinds)
                ? Stream.of("needs", "offers").map(kind -> path.replace(kinds, kind))
                : Stream.of(path);
    }

    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    @Test
    void the_page_takes_everything_from_here() {
        var page = get("/api/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(get("/webjars/swagger-ui/5.30.3/swagger-ui-bundle.js").statusCode())
                .isEqualTo(200);
    }
}

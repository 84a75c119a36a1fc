package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        String token = token(world);
        Map<String, String> addresses = new HashMap<>(Map.of(
                "/api/coalitions", "/api/coalitions",
                "/api/coalitions/{id}", "/api/coalitions/" + world.coalition,
                "/api/coalitions/{id}/activity", "/api/coalitions/" + world.coalition + "/activity",
                "/api/coalitions/{id}/audit", "/api/coalitions/" + world.coalition + "/audit",
                "/api/coalitions/{id}/actors/imports/{importId}",
                        "/api/coalitions/" + world.coalition + "/actors/imports/" + world.list,
                "/api/actors/{id}", "/api/actors/" + world.school,
                "/api/meetings/{id}", "/api/meetings/" + world.meeting,
                "/api/insights/{id}", "/api/insights/" + world.secret));
        addresses.putAll(Map.of(
                "/api/coalitions/{id}/needs", "/api/coalitions/" + world.coalition + "/needs",
                "/api/coalitions/{id}/offers", "/api/coalitions/" + world.coalition + "/offers",
                "/api/coalitions/{id}/matches", "/api/coalitions/" + world.coalition + "/matches",
                "/api/needs/{id}", "/api/needs/" + world.need,
                "/api/offers/{id}", "/api/offers/" + world.offer,
                "/api/needs/{id}/proposals", "/api/needs/" + world.need + "/proposals",
                "/api/offers/{id}/proposals", "/api/offers/" + world.offer + "/proposals",
                "/api/matches/{id}", "/api/matches/" + world.match));
        assertThat(addresses.keySet()).isEqualTo(described("get"));

        addresses.forEach((path, address) -> {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> get(address, "Authorization", token).statusCode() == 200);
            assertThat(errors(path, get(address, "Authorization", token).body()))
                    .as(path)
                    .isEmpty();
        });
    }

    private String token(World world) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !token(world.email(world.anna)).equals("Bearer "));
        return token(world.email(world.anna));
    }

    @Test
    void an_answer_with_a_field_that_is_not_described_is_noticed() {
        String actor = "{\"id\": \"1\", \"name\": \"x\", \"sector\": \"culture\", \"coalitions\": [], \"secret\": 1}";

        assertThat(errors("/api/actors/{id}", actor))
                .singleElement()
                .satisfies(e -> assertThat(e).contains("secret"));
    }

    @Test
    void every_command_is_passed_to_an_owner() {
        World world = new World();
        publish(world.events());
        String token = token(world);

        Stream.of("post", "put")
                .forEach(method -> described(method).forEach(path -> {
                    NEIGHBOURS.forget();
                    send(
                            browser(),
                            to(path.replaceAll("[{}]", ""))
                                    .header("Authorization", token)
                                    .method(
                                            method.toUpperCase(java.util.Locale.ROOT),
                                            java.net.http.HttpRequest.BodyPublishers.noBody()));
                    assertThat(NEIGHBOURS.came())
                            .singleElement()
                            .satisfies(came -> assertThat(came.path()).isEqualTo(path.replaceAll("[{}]", "")));
                }));
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

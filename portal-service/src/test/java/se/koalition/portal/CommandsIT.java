package se.koalition.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Commands through the API. */
class CommandsIT extends SignedIn {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void a_command_goes_to_its_owner_with_a_token_that_the_published_keys_verify() {
        World world = known();
        NEIGHBOURS.willAnswer(
                201,
                "{\"id\":\"x\"}",
                Map.of("Location", "/api/meetings/x", "ETag", "\"1\"", "X-Sequence", "meeting:x:1"));
        HttpResponse<String> answer = post("/api/meetings", token(world.email(world.anna)), "{}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/meetings/x");
        assertThat(answer.headers().firstValue("X-Sequence")).hasValue("meeting:x:1");
        Neighbours.Came came = NEIGHBOURS.came().getLast();
        assertThat(came.header("Traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        Jwt jwt = NimbusJwtDecoder.withJwkSetUri("http://localhost:" + port + "/oauth2/jwks")
                .jwsAlgorithm(org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.ES256)
                .build()
                .decode(came.header("Authorization").substring(7));
        assertThat(jwt.getAudience()).containsExactly("meeting-service");
        assertThat(jwt.getSubject()).isEqualTo(world.anna);
        assertThat(jwt.<Long>getClaim("member_sequence")).isEqualTo(1L);
        assertThat(get("/oauth2/jwks").body()).doesNotContain("\"d\"");
    }

    @Test
    void an_operator_is_one_to_the_owners_too() {
        post("/api/coalitions", token("operator@koalition.example"), "{}");
        String jwt = NEIGHBOURS.came().getLast().header("Authorization");
        String claims = new String(
                java.util.Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(claims).contains("\"operator\":true", "\"aud\":\"actor-service\"");
    }

    @Test
    void a_visitor_commands_nothing() {
        HttpResponse<String> refused =
                send(browser(), to("/api/meetings").POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("urn:koalition:problem:unauthorized");
        assertThat(post("/api/meetings", "Bearer nonsense", "{}").statusCode()).isEqualTo(401);
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void a_refusal_is_handed_back_and_remembered() {
        World world = known();
        NEIGHBOURS.willAnswer(
                403,
                "{\"type\":\"urn:koalition:problem:forbidden\"}",
                Map.of("Content-Type", "application/problem+json"));
        HttpResponse<String> refused = post("/api/meetings", token(world.email(world.bo)), "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        Document remembered = mongo.getCollection("audit")
                .find(new Document("member", world.bo).append("kind", "refused"))
                .first();
        assertThat(remembered).containsEntry("status", 403).containsEntry("problem", "urn:koalition:problem:forbidden");
    }

    @Test
    void a_body_has_its_limit() {
        World world = known();
        HttpResponse<String> refused = post("/api/meetings", token(world.email(world.bo)), "x".repeat(1024 * 1024 + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(NEIGHBOURS.came()).isEmpty();
    }

    @Test
    void the_portals_etag_is_the_owners_version_to_the_owner() {
        World world = known();
        HttpResponse<String> read = get("/api/meetings/" + world.meeting);
        String etag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).startsWith("\"2-");
        send(
                browser(),
                to("/api/meetings/" + world.meeting + "/rescheduling")
                        .header("Authorization", token(world.email(world.anna)))
                        .header("If-Match", etag)
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(NEIGHBOURS.came().getLast().header("If-match")).isEqualTo("\"2\"");
    }

    @Test
    void the_address_of_no_aggregate_is_told_as_a_problem() {
        World world = known();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(post("/api/nothing", token(world.email(world.bo)), "{}")
                                .statusCode())
                        .isEqualTo(404));
        assertThat(get("/api/nothing").body()).contains("urn:koalition:problem:not-found");
    }

    private HttpResponse<String> post(String path, String token, String body) {
        return send(
                browser(),
                to(path).header("Authorization", token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}

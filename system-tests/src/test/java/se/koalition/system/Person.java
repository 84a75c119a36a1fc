package se.koalition.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.koalition.local.portal.Answer;
import se.koalition.local.portal.PortalClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the portal's API, with the tokens that a one-machine stack hands out; nobody is a visitor. */
record Person(@Nullable String email) {

    static final Person VISITOR = new Person(null);
    static final Person COORDINATOR = new Person("samordnare@koalition.example");
    static final Person OPERATOR = new Person("operator@koalition.example");

    Answer get(String path, Map<String, String> headers) {
        return send("GET", path, headers, "");
    }

    Answer get(String path) {
        return get(path, Map.of());
    }

    JsonNode read(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    Answer post(String path, Map<String, ?> body) {
        return send(
                "POST",
                path,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                json(body));
    }

    /** Makes something and returns its id. */
    String make(String path, Map<String, ?> body) {
        Answer answer = post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    Answer send(String method, String path, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        token().ifPresent(token -> all.put("Authorization", "Bearer " + token));
        try {
            return client().send(method, path, all, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, Map.of("Content-Type", "application/json"), json(body));
    }

    private Optional<String> token() {
        try {
            return email == null ? Optional.empty() : client().token(email, "portal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(Map<String, ?> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }

    private static PortalClient client() {
        return Suite.running().client();
    }
}

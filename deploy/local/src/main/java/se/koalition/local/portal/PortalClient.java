package se.koalition.local.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Requests in the name of a member or an operator, whose tokens the portal of a one-machine stack hands out. */
public final class PortalClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final URI portal;
    private final String secret;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public PortalClient(URI portal, String secret) {
        this.portal = portal;
        this.secret = secret;
    }

    /**
     * A bearer token.
     *
     * @param audience {@code portal}, or a service by its name
     * @return nothing if the portal does not know the address (yet)
     */
    public Optional<String> token(String email, String audience) throws IOException {
        byte[] wanted = JsonMapper.shared().writeValueAsBytes(Map.of("email", email, "audience", audience));
        HttpRequest request = HttpRequest.newBuilder(portal.resolve("/local/tokens"))
                .header("X-Local-Secret", secret)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(wanted))
                .build();
        Answer answer = exchange(request);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.succeeded()) {
            throw new IOException("The portal gives no token: " + answer);
        }
        return Optional.of(answer.json().path("token").asString());
    }

    /** Sends to the portal, or to an absolute address. */
    public Answer send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(target))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return exchange(request.build());
    }

    public Answer get(String target, Map<String, String> headers) throws IOException {
        return send("GET", target, headers, new byte[0]);
    }

    private Answer exchange(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted", e));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

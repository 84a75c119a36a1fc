package se.koalition.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.koalition.local.portal.Answer;
import se.koalition.local.portal.PortalClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Repeats a request until the suite has caught up: everything sent here carries its own id or is the same each time, so
 * a repetition changes nothing.
 */
final class Patient {

    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final Duration PAUSE = Duration.ofMillis(150);
    /** Well below the life of a token. */
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(30);

    private final PortalClient portal;
    private final Duration patience;
    private final Map<String, Token> tokens = new HashMap<>();

    private record Token(String value, Instant until) {}

    @FunctionalInterface
    private interface Attempt<T> {
        Optional<T> make() throws IOException;
    }

    Patient(PortalClient portal, Duration patience) {
        this.portal = portal;
        this.patience = patience;
    }

    Answer send(String method, String path, String email, Map<String, String> headers, Object body) {
        boolean csv = body instanceof String;
        byte[] bytes = body instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : JsonMapper.shared().writeValueAsBytes(body);
        return until(path, () -> {
            Map<String, String> all = new HashMap<>(headers);
            all.put("Authorization", "Bearer " + token(email));
            if (!method.equals("GET")) {
                all.put("Content-Type", csv ? "text/csv;charset=utf-8" : "application/json");
            }
            Answer answer = portal.send(method, path, all, method.equals("GET") ? new byte[0] : bytes);
            // What was just made may not have reached the portal's read model yet.
            boolean notYet = method.equals("GET") && answer.status() == 404;
            if (notYet || LATER.contains(answer.status())) {
                throw new IOException(answer.toString());
            }
            if (!answer.succeeded()) {
                throw new IllegalStateException(method + " " + path + " is refused: " + answer);
            }
            return Optional.of(answer);
        });
    }

    /** Reads until the JSON's {@code status} is the wanted one. */
    void awaitStatus(String path, String email, String wanted) {
        until(
                path,
                () -> Optional.of(send("GET", path, email, Map.of(), Map.of()))
                        .filter(answer ->
                                answer.json().path("status").asString().equals(wanted)));
    }

    private String token(String email) {
        Token kept = tokens.get(email);
        if (kept == null || Instant.now().isAfter(kept.until())) {
            String value = until("a token for " + email, () -> portal.token(email, "portal"));
            kept = new Token(value, Instant.now().plus(TOKEN_LIFE));
            tokens.put(email, kept);
        }
        return kept.value();
    }

    private <T> T until(String what, Attempt<T> attempt) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            String reason = "it is not there yet";
            try {
                Optional<T> got = attempt.make();
                if (got.isPresent()) {
                    return got.get();
                }
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Gave up waiting for " + what + ": " + reason);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}

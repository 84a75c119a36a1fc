package se.koalition.load;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.koalition.local.portal.Answer;
import se.koalition.local.portal.PortalClient;

/** Repeats requests to the portal until the suite has caught up; what is made carries its own id and is made once. */
record Persistent(PortalClient portal) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    @FunctionalInterface
    private interface Attempt<T> {
        Optional<T> make() throws IOException;
    }

    Caller caller(String email, String audience) throws IOException, InterruptedException {
        return until("a token for " + email, () -> Caller.of(portal, email, audience));
    }

    void post(String path, String email, String id, String contentType, byte[] body)
            throws IOException, InterruptedException {
        Map<String, String> headers = Map.of("Content-Type", contentType, "Idempotency-Key", id);
        Caller caller = caller(email, "portal");
        until(path, () -> sent("POST", path, caller, headers, body));
    }

    /** Reads until the JSON's {@code status} is the wanted one. */
    void awaitStatus(String path, String email, String wanted) throws IOException, InterruptedException {
        Caller caller = caller(email, "portal");
        until(
                path,
                () -> sent("GET", path, caller, Map.of(), new byte[0])
                        .filter(answer ->
                                answer.json().path("status").asString().equals(wanted)));
    }

    /** Empty if it was refused. */
    private Optional<Answer> sent(String method, String path, Caller caller, Map<String, String> headers, byte[] body)
            throws IOException {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + caller.token());
        return Optional.of(portal.send(method, path, all, body)).filter(Answer::succeeded);
    }

    private static <T> T until(String what, Attempt<T> attempt) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> made = attempt.make();
        while (made.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Gave up waiting for " + what + ".");
            }
            Thread.sleep(PAUSE);
            made = attempt.make();
        }
        return made.get();
    }
}

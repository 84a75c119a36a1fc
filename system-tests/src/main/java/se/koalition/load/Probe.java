package se.koalition.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One member who answers and then reads the meeting at the portal again and again, without the token that would make the
 * portal wait, until it shows the answer: what anybody else would see.
 */
record Probe(Addresses addresses, Clients clients, Caller atPortal) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Adds the time from the response that accepted the answer to the response that showed it.
     *
     * @return whether it was accepted and showed
     */
    boolean take(Answering.Step step, Samples samples) throws IOException, InterruptedException {
        HttpResponse<byte[]> answered = clients.send(step.request(addresses.meetings()));
        long accepted = System.nanoTime();
        if (answered.statusCode() >= 300) {
            return false;
        }
        HttpRequest look = atPortal.request(addresses.portal(), "/api/meetings/" + step.meeting())
                .build();
        String wanted = "\"myAnswer\":\"" + step.answer() + "\"";
        while (System.nanoTime() - accepted < PATIENCE.toNanos()) {
            HttpResponse<byte[]> seen = clients.send(look);
            if (new String(seen.body(), StandardCharsets.UTF_8).contains(wanted)) {
                samples.add(System.nanoTime() - accepted);
                return true;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return false;
    }
}

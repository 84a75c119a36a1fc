package se.koalition.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What arrived at an address. */
final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** One mail. */
    record Mail(
            String id,
            String subject,
            Map<String, String> headers,
            @Nullable String text,
            @Nullable String html,
            List<Part> parts) {

        String calendar() {
            return parts.stream()
                    .filter(part -> part.contentType().startsWith("text/calendar"))
                    .findFirst()
                    .orElseThrow()
                    .content();
        }

        /** The first link in the text that begins like this. */
        String link(String beginning) {
            String all = Optional.ofNullable(text).orElse("");
            return Stream.of(all.split("\\s+", -1))
                    .filter(word -> word.startsWith(beginning))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link " + beginning + " in " + all));
        }
    }

    /** Another part than text and HTML. */
    record Part(String contentType, String content) {}

    private Mailbox() {}

    static List<Mail> of(String address) {
        String to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        try {
            String body = Suite.running()
                    .client()
                    .get(Suite.running().mailbox() + "/api/mails?limit=1000&to=" + to, Map.of())
                    .body();
            return List.of(JSON.readValue(body, Mail[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the newest mail that is as wanted. */
    static Mail expect(String address, Predicate<Mail> wanted) {
        return await("a mail to " + address)
                .atMost(PATIENCE)
                .until(() -> of(address).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}

package se.koalition.actor.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import se.koalition.messaging.EventId;
import se.koalition.messaging.Stored;

/** How commands and reads are answered: with the version as ETag, and the position to read one's own write by. */
public final class Answers {

    private static final Pattern KEY = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Answers() {}

    /** 201, or the status given: the new aggregate's place and id, the same again for the same request. */
    public static ResponseEntity<Map<String, String>> created(HttpStatus status, String location, EventId position) {
        return ResponseEntity.status(status)
                .location(URI.create(location))
                .eTag(Long.toString(position.sequence()))
                .header("X-Sequence", position.toString())
                .body(Map.of("id", position.aggregateId()));
    }

    public static ResponseEntity<Void> changed(EventId position) {
        return ResponseEntity.noContent()
                .eTag(Long.toString(position.sequence()))
                .header("X-Sequence", position.toString())
                .build();
    }

    public static <S> ResponseEntity<Object> state(Stored<S> stored, Object body) {
        return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(body);
    }

    /** The id of what a request creates: the caller's, so that a retry cannot make a second one, else a new one. */
    public static String newId(@Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return UUID.randomUUID().toString();
        }
        if (!KEY.matcher(idempotencyKey).matches()) {
            throw new InvalidInput("Idempotency-Key", "must be a UUID", FaultCode.HEADER);
        }
        return idempotencyKey.toLowerCase(Locale.ROOT);
    }
}

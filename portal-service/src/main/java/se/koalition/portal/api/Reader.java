package se.koalition.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import se.koalition.portal.overview.Ready;
import se.koalition.portal.readmodel.Awaiting;
import se.koalition.portal.readmodel.Awaiting.Reached;
import tools.jackson.databind.json.JsonMapper;

/** How reads begin and are answered: the caller's positions are awaited, the answer carries its ETag. */
@Component
class Reader {

    private final Awaiting awaiting;
    private final JsonMapper json;

    Reader(Awaiting awaiting, JsonMapper json) {
        this.awaiting = awaiting;
        this.json = json;
    }

    /** Only those who are signed in can make the portal wait. */
    Reached await(@Nullable Authentication caller, @Nullable List<String> positions) {
        return caller == null || positions == null || positions.isEmpty()
                ? Reached.NOTHING_AWAITED
                : awaiting.await(positions);
    }

    ResponseEntity<byte[]> answer(byte[] bytes, String etag, Reached reached) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(etag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (reached.stale()) {
            answer.header("X-Stale", "true");
        }
        return answer.body(bytes);
    }

    ResponseEntity<byte[]> answer(Object body, Reached reached) {
        byte[] bytes = json.writeValueAsBytes(body);
        return answer(bytes, Ready.etag(bytes), reached);
    }

    /** @param version of the aggregate that is read */
    ResponseEntity<byte[]> answer(long version, Object body, Reached reached) {
        byte[] bytes = json.writeValueAsBytes(body);
        return answer(bytes, Ready.etag(version, bytes), reached);
    }
}

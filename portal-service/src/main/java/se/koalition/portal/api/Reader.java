package se.koalition.portal.api;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import se.koalition.portal.overview.Ready;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Rights.Standing;
import se.koalition.portal.security.Viewers;
import tools.jackson.databind.json.JsonMapper;

/** How reads begin and are answered: the caller's positions are awaited, the answer carries its ETag. */
@Component
class Reader {

    private final Awaiting awaiting;
    private final ReadModel model;
    private final Viewers viewers;
    private final JsonMapper json;

    Reader(Awaiting awaiting, ReadModel model, Viewers viewers, JsonMapper json) {
        this.awaiting = awaiting;
        this.model = model;
        this.viewers = viewers;
        this.json = json;
    }

    /** Who may read it, and how far the read model was. */
    record Admitted(Standing standing, Reached reached) {}

    /** @throws Problem unless the caller belongs to the coalition */
    Admitted member(String coalitionId, @Nullable Authentication caller, @Nullable List<String> positions) {
        return admit(
                coalitionId, caller, positions, Standing::belongsTo, "Only members of the coalition may see this.");
    }

    /** @throws Problem unless the caller coordinates the coalition */
    Admitted coordinator(String coalitionId, @Nullable Authentication caller, @Nullable List<String> positions) {
        return admit(
                coalitionId,
                caller,
                positions,
                Standing::coordinates,
                "Only a coordinator of the coalition may see this.");
    }

    /** In this order: strangers learn nothing, and the rights are as new as what the caller saw. */
    private Admitted admit(
            String coalitionId,
            @Nullable Authentication caller,
            @Nullable List<String> positions,
            Function<Standing, Set<String>> theirs,
            String otherwise) {
        if (caller == null) {
            throw Problem.unauthorized();
        }
        Reached reached = await(caller, positions);
        if (model.coalition(coalitionId).isEmpty()) {
            throw Problem.notFound("There is no such coalition.");
        }
        return viewers.standing(caller)
                .filter(standing -> theirs.apply(standing).contains(coalitionId))
                .map(standing -> new Admitted(standing, reached))
                .orElseThrow(() -> Problem.forbidden(otherwise));
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

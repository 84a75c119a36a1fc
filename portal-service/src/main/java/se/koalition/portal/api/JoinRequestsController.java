package se.koalition.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.JoinRequest;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Rights.Standing;
import se.koalition.portal.security.Viewers;

/** Who asks to join, with how to reach them: for the coalition's coordinators only. */
@RestController
class JoinRequestsController {

    private final ReadModel model;
    private final Viewers viewers;
    private final Reader reader;

    JoinRequestsController(ReadModel model, Viewers viewers, Reader reader) {
        this.model = model;
        this.viewers = viewers;
        this.reader = reader;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String organisation,
            String sector,
            @Nullable String municipality,
            @Nullable String why,
            boolean proven,
            String status,
            @Nullable String message,
            @Nullable String actorId,
            Instant receivedAt,
            @Nullable Instant decidedAt,
            @Nullable Applicant applicant) {}

    /** @param actorId whom they represent already */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Applicant(
            String id, String name, String email, @Nullable String actorId) {}

    @GetMapping("/api/coalitions/{id}/join-requests")
    ResponseEntity<byte[]> all(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.coordinator(id, caller, positions).reached();
        List<JoinRequest> requests = model.joinRequestsOf(id).stream()
                .sorted(Comparator.comparing(JoinRequest::receivedAt).reversed().thenComparing(JoinRequest::id))
                .toList();
        List<JoinRequest> rest = Page.rest(requests, JoinRequest::id, after);
        return reader.answer(Page.of(rest, JoinRequest::id, this::item), reached);
    }

    /** To others it does not exist. */
    @GetMapping("/api/join-requests/{id}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        if (caller == null) {
            throw Problem.unauthorized();
        }
        Reached reached = reader.await(caller, positions);
        Set<String> theirs = viewers.standing(caller).map(Standing::coordinates).orElse(Set.of());
        JoinRequest request = model.joinRequest(id)
                .filter(r -> theirs.contains(r.coalitionId()))
                .orElseThrow(() -> Problem.notFound("There is no such request to join."));
        return reader.answer(request.sequence(), item(request), reached);
    }

    private Item item(JoinRequest r) {
        String memberId = r.memberId();
        Applicant applicant = memberId == null
                ? null
                : model.member(memberId)
                        .map(m -> new Applicant(m.id(), m.name(), m.email(), m.actorId()))
                        .orElse(null);
        return new Item(
                r.id(),
                r.organisation(),
                r.sector(),
                r.municipality(),
                r.why(),
                r.proven(),
                r.status(),
                r.message(),
                r.actorId(),
                r.receivedAt(),
                r.decidedAt(),
                applicant);
    }
}

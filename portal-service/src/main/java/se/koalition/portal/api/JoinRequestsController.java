package se.koalition.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.JoinRequest;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Rights;

/** Who asks to join, with how to reach them: for the coalition's coordinators only. */
@RestController
class JoinRequestsController {

    private final ReadModel model;
    private final Rights rights;
    private final Reader reader;

    JoinRequestsController(ReadModel model, Rights rights, Reader reader) {
        this.model = model;
        this.rights = rights;
        this.reader = reader;
    }

    record Items(List<Item> items) {}

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
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        if (caller == null) {
            throw Problem.unauthorized();
        }
        Reached reached = reader.await(caller, positions);
        if (model.coalition(id).isEmpty()) {
            throw Problem.notFound("There is no such coalition.");
        }
        if (rights.of(caller.getName()).stream()
                .noneMatch(standing -> standing.coordinates().contains(id))) {
            throw Problem.forbidden("Only a coordinator of the coalition may read this.");
        }
        List<Item> items = model.joinRequestsOf(id).stream()
                .sorted(Comparator.comparing(JoinRequest::receivedAt).reversed())
                .map(this::item)
                .toList();
        return reader.answer(new Items(items), reached);
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

package se.koalition.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.ActorsImport;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.security.Viewers;

/** Actors, and how far a list of them has come. */
@RestController
class ActorsController {

    private final ReadModel model;
    private final Viewers viewers;
    private final Reader reader;

    ActorsController(ReadModel model, Viewers viewers, Reader reader) {
        this.model = model;
        this.viewers = viewers;
        this.reader = reader;
    }

    /** @param mergedInto where to look instead: this one was a duplicate */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActorAnswer(
            String id,
            String name,
            String sector,
            @Nullable String municipality,
            @Nullable String municipalityCode,
            @Nullable String organisationNumber,
            @Nullable String website,
            @Nullable String description,
            @Nullable String publicContact,
            List<Taking> coalitions,
            List<Former> formerCoalitions,
            @Nullable String mergedInto) {}

    record Taking(String id, Instant joinedAt) {}

    /** @param reason for those who belong to the coalition */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Former(
            String id,
            Instant joinedAt,
            Instant leftAt,
            @Nullable String reason) {}

    /** @param done rows that have led to something, as far as the read model knows */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportAnswer(String id, String status, int rows, long done, ActorsImport.@Nullable Outcome outcome) {}

    @GetMapping("/api/actors/{id}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        Actor a = model.actor(id).orElseThrow(() -> Problem.notFound("There is no such actor."));
        return reader.answer(a.sequence(), answer(a, caller), reached);
    }

    private ActorAnswer answer(Actor a, @Nullable Authentication caller) {
        return new ActorAnswer(
                a.id(),
                a.name(),
                a.sector(),
                a.municipality(),
                a.municipalityCode(),
                a.organisationNumber(),
                a.website(),
                a.description(),
                a.publicContact(),
                a.participations().stream()
                        .map(p -> new Taking(p.coalitionId(), p.joinedAt()))
                        .toList(),
                a.formerParticipations().stream()
                        .map(f -> new Former(f.coalitionId(), f.joinedAt(), f.leftAt(), reason(f, caller)))
                        .toList(),
                a.mergedInto());
    }

    private @Nullable String reason(Actor.Former former, @Nullable Authentication caller) {
        return viewers.memberOf(former.coalitionId(), caller) == null ? null : former.reason();
    }

    @GetMapping("/api/coalitions/{coalitionId}/actors/imports/{id}")
    ResponseEntity<byte[]> progress(
            @PathVariable String coalitionId,
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.member(coalitionId, caller, positions).reached();
        ActorsImport list = model.actorsImport(id)
                .filter(i -> i.coalitionId().equals(coalitionId))
                .orElseThrow(() -> Problem.notFound("There is no such list."));
        boolean finished = Objects.equals(list.status(), "finished");
        long done = finished ? list.rows() : Math.min(list.rows(), model.broughtBy(id));
        return reader.answer(new ImportAnswer(id, list.status(), list.rows(), done, list.outcome()), reached);
    }
}

package se.koalition.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.exchange.Board;
import se.koalition.portal.exchange.Boards;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Match;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Rights.Standing;
import se.koalition.portal.security.Viewers;

/** Matches, for the members of the two actors and the coalition's coordinators. */
@RestController
class MatchesController {

    private final ReadModel model;
    private final Boards boards;
    private final Viewers viewers;
    private final Reader reader;

    MatchesController(ReadModel model, Boards boards, Viewers viewers, Reader reader) {
        this.model = model;
        this.boards = boards;
        this.viewers = viewers;
        this.reader = reader;
    }

    /** @param message for the members of the two actors alone */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MatchAnswer(
            String id,
            String coalitionId,
            String needId,
            String offerId,
            String needActorId,
            String offerActorId,
            String contactedActorId,
            String status,
            @Nullable String message,
            @Nullable String result,
            Instant contactedAt,
            @Nullable Instant metAt,
            @Nullable Instant concludedAt) {}

    @GetMapping("/api/coalitions/{id}/matches")
    ResponseEntity<byte[]> all(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reader.Admitted member = reader.member(id, caller, positions);
        List<Match> matches = boards.get(id, member.reached()).matchesFor(member.standing(), id);
        List<Match> rest = Page.rest(matches, Match::id, after);
        return reader.answer(Page.of(rest, Match::id, match -> answer(match, member.standing())), member.reached());
    }

    /** To others it does not exist. */
    @GetMapping("/api/matches/{id}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        Standing standing = standing(caller);
        Match match = model.match(id)
                .filter(m ->
                        Board.concerns(m, standing) || standing.coordinates().contains(m.coalitionId()))
                .orElseThrow(() -> Problem.notFound("There is no such match."));
        return reader.answer(match.sequence(), answer(match, standing), reached);
    }

    private Standing standing(@Nullable Authentication caller) {
        if (caller == null) {
            throw Problem.unauthorized();
        }
        return viewers.standing(caller).orElseThrow(() -> Problem.forbidden("Only members may see this."));
    }

    private static MatchAnswer answer(Match m, Standing standing) {
        return new MatchAnswer(
                m.id(),
                m.coalitionId(),
                m.needId(),
                m.offerId(),
                m.needActorId(),
                m.offerActorId(),
                m.contactedActorId(),
                m.status(),
                Board.concerns(m, standing) ? m.message() : null,
                m.result(),
                m.contactedAt(),
                m.metAt(),
                m.concludedAt());
    }
}

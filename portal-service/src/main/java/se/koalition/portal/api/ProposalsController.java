package se.koalition.portal.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.exchange.Boards;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.security.Viewers;

/** Who in a coalition could help whom, for the coordinators who bring them together. */
@RestController
class ProposalsController {

    private static final int MOST = 50;

    private final ReadModel model;
    private final Boards boards;
    private final PostingAnswers answers;
    private final Viewers viewers;
    private final Reader reader;

    ProposalsController(ReadModel model, Boards boards, PostingAnswers answers, Viewers viewers, Reader reader) {
        this.model = model;
        this.boards = boards;
        this.answers = answers;
        this.viewers = viewers;
        this.reader = reader;
    }

    @GetMapping("/api/coalitions/{id}/proposals")
    ResponseEntity<byte[]> pairs(
            @PathVariable String id,
            @Nullable Authentication caller,
            Locale language,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        if (caller == null) {
            throw Problem.unauthorized();
        }
        Reached reached = reader.await(caller, positions);
        if (model.coalition(id).isEmpty()) {
            throw Problem.notFound("There is no such coalition.");
        }
        if (viewers.standing(caller).filter(s -> s.coordinates().contains(id)).isEmpty()) {
            throw Problem.forbidden("Only coordinators of the coalition may see this.");
        }
        return reader.answer(answers.pairs(boards.get(id, reached).pairs(MOST), language), reached);
    }
}

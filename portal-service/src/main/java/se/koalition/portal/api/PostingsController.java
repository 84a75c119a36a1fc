package se.koalition.portal.api;

import java.util.List;
import java.util.Locale;
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
import se.koalition.portal.exchange.Entry;
import se.koalition.portal.exchange.Filter;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Kind;
import se.koalition.portal.readmodel.Posting;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.security.Viewers;

/** Needs and offers: open ones to everyone, closed ones and proposals to members of the coalition. */
@RestController
class PostingsController {

    private final ReadModel model;
    private final Boards boards;
    private final PostingAnswers answers;
    private final Viewers viewers;
    private final Reader reader;

    PostingsController(ReadModel model, Boards boards, PostingAnswers answers, Viewers viewers, Reader reader) {
        this.model = model;
        this.boards = boards;
        this.answers = answers;
        this.viewers = viewers;
        this.reader = reader;
    }

    @GetMapping("/api/coalitions/{id}/needs")
    ResponseEntity<byte[]> needs(
            @PathVariable String id,
            Filter filter,
            @RequestParam(required = false) @Nullable String after,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        return list(Kind.NEED, id, filter, after, caller, positions);
    }

    @GetMapping("/api/coalitions/{id}/offers")
    ResponseEntity<byte[]> offers(
            @PathVariable String id,
            Filter filter,
            @RequestParam(required = false) @Nullable String after,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        return list(Kind.OFFER, id, filter, after, caller, positions);
    }

    @GetMapping("/api/needs/{id}")
    ResponseEntity<byte[]> need(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        return one(Kind.NEED, id, caller, positions);
    }

    @GetMapping("/api/offers/{id}")
    ResponseEntity<byte[]> offer(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        return one(Kind.OFFER, id, caller, positions);
    }

    @GetMapping("/api/needs/{id}/proposals")
    ResponseEntity<byte[]> offersFor(
            @PathVariable String id,
            @Nullable Authentication caller,
            Locale language,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        return proposals(Kind.NEED, id, caller, language, positions);
    }

    @GetMapping("/api/offers/{id}/proposals")
    ResponseEntity<byte[]> needsFor(
            @PathVariable String id,
            @Nullable Authentication caller,
            Locale language,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        return proposals(Kind.OFFER, id, caller, language, positions);
    }

    private ResponseEntity<byte[]> list(
            Kind kind,
            String coalitionId,
            Filter filter,
            @Nullable String after,
            @Nullable Authentication caller,
            @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        if (model.coalition(coalitionId).isEmpty()) {
            throw Problem.notFound("There is no such coalition.");
        }
        boolean inside = viewers.memberOf(coalitionId, caller) != null;
        Board board = boards.get(coalitionId, reached);
        List<Entry> seen = inside ? board.all(kind) : board.open(kind);
        // Filtered afterwards: the last one of the page before may match no more, but it is not gone.
        List<Entry> found = Page.rest(seen, PostingsController::id, after).stream()
                .filter(filter::matches)
                .toList();
        return reader.answer(Page.of(found, PostingsController::id, entry -> answers.posting(entry, inside)), reached);
    }

    private static String id(Entry entry) {
        return entry.posting().id();
    }

    private ResponseEntity<byte[]> one(
            Kind kind, String id, @Nullable Authentication caller, @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        Entry entry = find(kind, id, caller, reached);
        boolean inside = viewers.memberOf(entry.posting().coalitionId(), caller) != null;
        return reader.answer(entry.posting().sequence(), answers.posting(entry, inside), reached);
    }

    private ResponseEntity<byte[]> proposals(
            Kind kind, String id, @Nullable Authentication caller, Locale language, @Nullable List<String> positions) {
        if (caller == null) {
            throw Problem.unauthorized();
        }
        Reached reached = reader.await(caller, positions);
        Entry entry = find(kind, id, caller, reached);
        String coalitionId = entry.posting().coalitionId();
        if (viewers.memberOf(coalitionId, caller) == null) {
            throw Problem.forbidden("Only members of the coalition may see proposals.");
        }
        List<Board.Proposed> proposed = boards.get(coalitionId, reached).proposals(entry);
        return reader.answer(answers.proposals(proposed, language), reached);
    }

    /** A closed one does not exist for those outside. */
    private Entry find(Kind kind, String id, @Nullable Authentication caller, Reached reached) {
        String coalitionId = model.posting(kind, id).map(Posting::coalitionId).orElseThrow(() -> unknown(kind));
        return boards.get(coalitionId, reached)
                .find(kind, id)
                .filter(entry -> entry.isOpen() || viewers.memberOf(coalitionId, caller) != null)
                .orElseThrow(() -> unknown(kind));
    }

    private static Problem unknown(Kind kind) {
        return Problem.notFound("There is no such " + kind.type() + ".");
    }
}

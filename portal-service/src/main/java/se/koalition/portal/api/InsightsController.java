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
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.overview.Authors;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Insight;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.security.Viewers;

/** Insights; to a visitor one that is for the coalition does not exist. */
@RestController
class InsightsController {

    private final ReadModel model;
    private final Viewers viewers;
    private final Reader reader;

    InsightsController(ReadModel model, Viewers viewers, Reader reader) {
        this.model = model;
        this.viewers = viewers;
        this.reader = reader;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InsightAnswer(
            String id,
            String coalitionId,
            String title,
            String text,
            List<String> themes,
            String visibility,
            @Nullable String author,
            @Nullable String actorId,
            Instant sharedAt) {}

    @GetMapping("/api/insights/{id}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        Insight i = model.insight(id).orElseThrow(InsightsController::unknown);
        boolean visitor = viewers.memberOf(i.coalitionId(), caller) == null;
        if (visitor && !i.isPublic()) {
            throw unknown();
        }
        String author = new Authors(model, List.of(i)).of(i, visitor);
        InsightAnswer answer = new InsightAnswer(
                i.id(),
                i.coalitionId(),
                i.title(),
                i.text(),
                i.themes(),
                i.visibility(),
                author,
                i.actorId(),
                i.sharedAt());
        return reader.answer(i.sequence(), answer, reached);
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such insight.");
    }
}

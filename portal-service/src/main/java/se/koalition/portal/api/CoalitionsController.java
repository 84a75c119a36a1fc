package se.koalition.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.overview.Activities;
import se.koalition.portal.overview.CoalitionList;
import se.koalition.portal.overview.Overviews;
import se.koalition.portal.overview.Ready;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Activity;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.security.Callers;

/** Coalitions as visitors and their members read them. */
@RestController
@RequestMapping("/api/coalitions")
class CoalitionsController {

    private final Overviews overviews;
    private final CoalitionList list;
    private final Activities activities;
    private final Callers callers;
    private final Reader reader;

    CoalitionsController(
            Overviews overviews, CoalitionList list, Activities activities, Callers callers, Reader reader) {
        this.overviews = overviews;
        this.list = list;
        this.activities = activities;
        this.callers = callers;
        this.reader = reader;
    }

    @GetMapping
    ResponseEntity<byte[]> all(
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        return reader.answer(new Items(list.all()), reached);
    }

    record Items(List<CoalitionList.Item> items) {}

    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        Ready.Face face = ready(id, reached).faceFor(callers.id(caller));
        return reader.answer(face.bytes(), face.etag(), reached);
    }

    @GetMapping("/{id}/activity")
    ResponseEntity<byte[]> activity(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.await(caller, positions);
        Activity.Position position = after == null
                ? null
                : Activities.position(after)
                        .orElseThrow(() -> Problem.invalid("after: must be what the page before gave as next"));
        boolean everyone = !ready(id, reached).isMember(callers.id(caller));
        return reader.answer(activities.page(id, everyone, position), reached);
    }

    private Ready ready(String id, Reached reached) {
        return overviews.get(id, reached).orElseThrow(() -> Problem.notFound("There is no such coalition."));
    }
}

package se.koalition.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.coverage.Charting;
import se.koalition.portal.coverage.Coverage;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Sectors;

/** Where a coalition's actors are, and who is missing; for its members. */
@RestController
class CoverageReadingController {

    private final Charting charting;
    private final Reader reader;

    CoverageReadingController(Charting charting, Reader reader) {
        this.charting = charting;
        this.reader = reader;
    }

    @GetMapping("/api/coalitions/{id}/coverage")
    ResponseEntity<byte[]> coverage(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String sector,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.member(id, caller, positions).reached();
        if (sector != null && !Sectors.ALL.contains(sector)) {
            throw Problem.invalid("sector: must be one of " + String.join(", ", Sectors.ALL));
        }
        Coverage coverage = charting.of(id, theme, sector).orElseThrow();
        if (theme != null && coverage.theme() == null) {
            throw Problem.invalid("theme: must be one that the coalition or one of its actors names");
        }
        return reader.answer(coverage, reached);
    }
}

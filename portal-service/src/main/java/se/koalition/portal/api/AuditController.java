package se.koalition.portal.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.audit.Audit;
import se.koalition.portal.audit.Question;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Awaiting.Reached;

/** Who did what, for the coalition's coordinators. */
@RestController
class AuditController {

    private static final int PAGE = 50;

    private final Audit audit;
    private final Reader reader;

    AuditController(Audit audit, Reader reader) {
        this.audit = audit;
        this.reader = reader;
    }

    @GetMapping("/api/coalitions/{id}/audit")
    ResponseEntity<byte[]> page(
            @PathVariable String id,
            Question question,
            @RequestParam(required = false) @Nullable String after,
            Locale language,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        Reached reached = reader.coordinator(id, caller, positions).reached();
        Map<String, String> errors = question.errors();
        if (!errors.isEmpty()) {
            throw Problem.invalid(sentences(errors));
        }
        return reader.answer(
                audit.page(id, question, after, PAGE, language)
                        .orElseThrow(() -> Problem.invalid("after: must be what the page before gave as next")),
                reached);
    }

    private static String sentences(Map<String, String> errors) {
        return errors.keySet().stream()
                .map(field -> switch (field) {
                    case "from", "to" ->
                        field + ": must be a day such as 2027-02-03, the last one not before the first";
                    case "q" -> "q: must be at most 100 characters of one line";
                    default -> field + ": must be a name of at most 100 letters, digits, dots, colons and hyphens";
                })
                .collect(Collectors.joining("; "));
    }
}

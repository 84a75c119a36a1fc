package se.koalition.portal.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.koalition.portal.files.ActorsCsv;

/** A coalition's actors as a file, for its coordinators. */
@RestController
class ActorsFileController {

    private final ActorsCsv csv;
    private final Reader reader;

    ActorsFileController(ActorsCsv csv, Reader reader) {
        this.csv = csv;
        this.reader = reader;
    }

    @GetMapping("/api/coalitions/{id}/actors.csv")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @RequestParam(defaultValue = "sv") String lang,
            @Nullable Authentication caller,
            @RequestHeader(name = "X-Sequence", required = false) @Nullable List<String> positions) {
        reader.coordinator(id, caller, positions);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"actors.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv.of(id, Locale.of(lang.equals("en") ? "en" : "sv")));
    }
}

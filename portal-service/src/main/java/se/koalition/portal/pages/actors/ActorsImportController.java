package se.koalition.portal.pages.actors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.commands.Command;
import se.koalition.portal.files.ActorsCsv;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.ActorsImport;
import se.koalition.portal.readmodel.ReadModel;

/**
 * Where a coordinator brings many actors in, in three steps: choose a file, see what would happen, follow it. Between
 * the first two the file waits in the page itself, so that no portal needs to keep what nobody may ever confirm.
 */
@Controller
class ActorsImportController {

    private static final String CSV = "text/csv";

    private final ReadModel readModel;
    private final ActorsCsv csv;
    private final Sender sender;
    private final ImportFaults faults;

    ActorsImportController(ReadModel readModel, ActorsCsv csv, Sender sender, ImportFaults faults) {
        this.readModel = readModel;
        this.csv = csv;
        this.sender = sender;
        this.faults = faults;
    }

    @GetMapping("/coalitions/{coalitionId}/actors/import")
    String form(
            @PathVariable String coalitionId,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        visit.mustCoordinate(coalitionId);
        model.addAllAttributes(choosing(coalitionId, Map.of(), List.of()));
        return "import-form";
    }

    @PostMapping("/coalitions/{coalitionId}/actors/import")
    ModelAndView check(
            @PathVariable String coalitionId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request)
            throws IOException {
        visit.mustCoordinate(coalitionId);
        if (file == null || file.isEmpty()) {
            return refused(coalitionId, Map.of("file", "import.error.no-file"), List.of());
        }
        byte[] content = file.getBytes();
        Sender.Outcome outcome = send(coalitionId, "?dryRun=true", content, Map.of(), visit, request);
        if (!outcome.done()) {
            return refused(coalitionId, outcome, visit);
        }
        return new ModelAndView(
                "import-check",
                Map.of(
                        "coalitionId", coalitionId,
                        "coalitionName", name(coalitionId),
                        "foreseen", ImportForeseen.of(outcome.answer()),
                        "held", Base64.getUrlEncoder().withoutPadding().encodeToString(content),
                        "key", UUID.randomUUID().toString()));
    }

    @PostMapping("/coalitions/{coalitionId}/actors/import/confirmed")
    ModelAndView take(
            @PathVariable String coalitionId,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustCoordinate(coalitionId);
        Sender.Outcome outcome =
                send(coalitionId, "", decoded(content), Map.of("Idempotency-Key", key), visit, request);
        return outcome.done()
                ? new ModelAndView("redirect:/coalitions/" + coalitionId + "/actors/imports/" + outcome.id())
                : refused(coalitionId, outcome, visit);
    }

    private static byte[] decoded(String content) {
        try {
            return Base64.getUrlDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("The file did not come through. Choose it again.");
        }
    }

    private Sender.Outcome send(
            String coalitionId,
            String query,
            byte[] content,
            Map<String, String> headers,
            Visit visit,
            HttpServletRequest request) {
        String path = "/api/coalitions/" + coalitionId + "/actors/imports" + query;
        return sender.send(
                new Sender.Wish("POST", path, Map.of(), headers),
                new Command.Body(content, CSV),
                visit.caller(),
                visit.language(),
                request);
    }

    private ModelAndView refused(String coalitionId, Sender.Outcome outcome, Visit visit) {
        List<ImportFaults.Line> lines = faults.of(outcome.answer(), visit.language());
        return lines.isEmpty()
                ? refused(coalitionId, ActorErrors.of(outcome.errors()), lines)
                : refused(coalitionId, Map.of("file", "import.error.file"), lines);
    }

    private ModelAndView refused(String coalitionId, Map<String, String> errors, List<ImportFaults.Line> lines) {
        return new ModelAndView("import-form", choosing(coalitionId, errors, lines), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, Object> choosing(
            String coalitionId, Map<String, String> errors, List<ImportFaults.Line> lines) {
        return Map.of(
                "coalitionId", coalitionId,
                "coalitionName", name(coalitionId),
                "errors", errors,
                "lines", lines);
    }

    private String name(String coalitionId) {
        return readModel
                .coalition(coalitionId)
                .orElseThrow(() -> Problem.notFound("No such coalition."))
                .name();
    }

    /** Comes again by itself as long as there is something to follow; no script is needed for that. */
    @GetMapping("/coalitions/{coalitionId}/actors/imports/{id}")
    String follow(
            @PathVariable String coalitionId,
            @PathVariable String id,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletResponse response,
            Model model) {
        visit.mustCoordinate(coalitionId);
        ActorsImport list = readModel
                .actorsImport(id)
                .filter(found -> found.coalitionId().equals(coalitionId))
                .orElseThrow(() -> Problem.notFound("No such list."));
        boolean finished = list.status().equals("finished");
        if (!finished) {
            response.setHeader("Refresh", "3");
        }
        model.addAttribute("coalitionId", coalitionId);
        model.addAttribute("coalitionName", name(coalitionId));
        model.addAttribute("list", list);
        model.addAttribute("finished", finished);
        model.addAttribute("done", finished ? list.rows() : Math.min(list.rows(), readModel.broughtBy(id)));
        return "import-progress";
    }

    @GetMapping("/coalitions/{coalitionId}/actors.csv")
    ResponseEntity<byte[]> file(
            @PathVariable String coalitionId, @ModelAttribute(name = "visit", binding = false) Visit visit) {
        visit.mustCoordinate(coalitionId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV + ";charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"actors.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv.of(coalitionId, visit.language()));
    }
}

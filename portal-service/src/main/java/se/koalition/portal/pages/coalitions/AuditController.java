package se.koalition.portal.pages.coalitions;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import se.koalition.portal.audit.Audit;
import se.koalition.portal.audit.Question;
import se.koalition.portal.pages.Days;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;

/** Where coordinators look up who did what, and take it home as a file. */
@Controller("auditPage")
class AuditController {

    private static final int PAGE = 50;
    private static final List<String> KINDS = List.of(
            "refused",
            "coalition",
            "actor",
            "actors-import",
            "member",
            "join-request",
            "meeting",
            "answer",
            "insight",
            "need",
            "offer",
            "match");

    private final Audit audit;
    private final AuditFile file;
    private final ReadModel readModel;

    AuditController(Audit audit, AuditFile file, ReadModel readModel) {
        this.audit = audit;
        this.file = file;
        this.readModel = readModel;
    }

    record LineView(String time, Audit.Person who, String text, boolean refused) {}

    @GetMapping("/coalitions/{id}/audit")
    String page(
            @PathVariable String id,
            @ModelAttribute("question") Question question,
            @RequestParam(required = false) @Nullable String after,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model,
            HttpServletResponse response) {
        Coalition coalition = coalition(id, visit);
        Map<String, String> errors = question.errors();
        Audit.Page found = errors.isEmpty()
                ? audit.page(id, question, after, PAGE, visit.language())
                        .orElseThrow(() -> Problem.invalid("after: no page ended there"))
                : new Audit.Page(List.of(), null);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("coalition", coalition);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("days", days(found.items(), visit.language()));
        model.addAttribute("first", after == null);
        // Of whom there is nothing here the name is not told either.
        model.addAttribute(
                "person",
                question.member() == null || found.items().isEmpty()
                        ? null
                        : audit.person(question.member(), visit.language()).name());
        model.addAttribute("file", address(id, ".csv", question, null));
        model.addAttribute("next", found.next() == null ? null : address(id, "", question, found.next()));
        return "audit";
    }

    @GetMapping("/coalitions/{id}/audit.csv")
    void file(
            @PathVariable String id,
            Question question,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletResponse response)
            throws IOException {
        coalition(id, visit);
        if (!question.errors().isEmpty()) {
            throw Problem.invalid("The page of the trail tells what is wrong with the question.");
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setHeader("Cache-Control", "no-store");
        file.write(id, question, visit.language(), response.getOutputStream());
    }

    private Coalition coalition(String id, Visit visit) {
        Coalition coalition = readModel.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
        visit.mustCoordinate(id);
        return coalition;
    }

    /** By day, for the reader looks for a day first. */
    private static Map<String, List<LineView>> days(List<Audit.Line> lines, Locale language) {
        Map<String, List<LineView>> days = new LinkedHashMap<>();
        for (Audit.Line line : lines) {
            Instant time = line.time();
            days.computeIfAbsent(Days.planned(time, Days.ZONE, language), day -> new java.util.ArrayList<>())
                    .add(new LineView(Days.clock(time), line.who(), line.text(), line.refused()));
        }
        return days;
    }

    private static String address(String id, String ending, Question question, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/coalitions/{id}/audit" + ending);
        Map<String, @Nullable String> asked = new LinkedHashMap<>();
        asked.put("q", question.q());
        asked.put("member", question.member());
        asked.put("type", question.type());
        asked.put("from", question.from());
        asked.put("to", question.to());
        asked.put("after", after);
        Map<String, Object> values = new LinkedHashMap<>(Map.of("id", id));
        asked.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}

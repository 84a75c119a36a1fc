package se.koalition.portal.pages.insights;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.overview.Authors;
import se.koalition.portal.pages.Days;
import se.koalition.portal.pages.Markdown;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.Insight;
import se.koalition.portal.readmodel.ReadModel;

/** The page of one insight, and the form by which a member shares one. */
@Controller
class InsightController {

    private final ReadModel readModel;
    private final Sender sender;
    private final Memory memory;

    InsightController(ReadModel readModel, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.sender = sender;
        this.memory = memory;
    }

    record InsightView(
            String id,
            String coalitionId,
            String coalitionName,
            String title,
            String textHtml,
            List<String> themes,
            String visibility,
            @Nullable String author,
            String day) {}

    /** One that is for the coalition does not exist to others. */
    @GetMapping("/insights/{id}")
    String insight(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Insight i = readModel
                .insight(id)
                .filter(found -> found.isPublic() || visit.belongsTo(found.coalitionId()))
                .orElseThrow(() -> Problem.notFound("No such insight."));
        boolean everyone = !visit.belongsTo(i.coalitionId());
        model.addAttribute(
                "insight",
                new InsightView(
                        i.id(),
                        i.coalitionId(),
                        readModel
                                .coalition(i.coalitionId())
                                .map(Coalition::name)
                                .orElse(""),
                        i.title(),
                        Markdown.html(i.text()),
                        i.themes(),
                        i.visibility(),
                        new Authors(readModel, List.of(i)).of(i, everyone),
                        Days.past(i.sharedAt(), visit.language())));
        return "insight";
    }

    @GetMapping("/coalitions/{coalitionId}/insights/new")
    String form(
            @PathVariable String coalitionId,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        visit.mustBelongTo(coalitionId);
        model.addAllAttributes(attributes(coalitionId, InsightForm.empty(), Map.of()));
        return "insight-form";
    }

    @PostMapping("/coalitions/{coalitionId}/insights/new")
    ModelAndView share(
            @PathVariable String coalitionId,
            InsightForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustBelongTo(coalitionId);
        Map<String, String> errors = form.errors();
        if (errors.isEmpty()) {
            Sender.Wish wish = new Sender.Wish(
                    "POST", "/api/insights", form.insight(coalitionId), Map.of("Idempotency-Key", form.key()));
            Sender.Outcome outcome = sender.send(wish, visit.caller(), visit.language(), request);
            if (outcome.done()) {
                memory.notice(request, "notice.insight-shared");
                return new ModelAndView("redirect:/insights/" + outcome.id());
            }
            errors = outcome.errors();
        }
        return new ModelAndView(
                "insight-form", attributes(coalitionId, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, Object> attributes(String coalitionId, InsightForm form, Map<String, String> errors) {
        return Map.of(
                "form",
                form,
                "errors",
                errors,
                "action",
                "/coalitions/" + coalitionId + "/insights/new",
                "back",
                "/coalitions/" + coalitionId);
    }
}

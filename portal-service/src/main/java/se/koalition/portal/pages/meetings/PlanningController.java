package se.koalition.portal.pages.meetings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;

/** Where a coordinator plans a meeting. */
@Controller
class PlanningController {

    private final Sender sender;
    private final Memory memory;
    private final Clock clock;

    PlanningController(Sender sender, Memory memory, Clock clock) {
        this.sender = sender;
        this.memory = memory;
        this.clock = clock;
    }

    @GetMapping("/coalitions/{coalitionId}/meetings/new")
    String form(
            @PathVariable String coalitionId,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        visit.mustCoordinate(coalitionId);
        model.addAllAttributes(attributes(coalitionId, MeetingForm.empty(), Map.of()));
        return "meeting-form";
    }

    @PostMapping("/coalitions/{coalitionId}/meetings/new")
    ModelAndView plan(
            @PathVariable String coalitionId,
            MeetingForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustCoordinate(coalitionId);
        Map<String, String> errors = form.errors(false, clock.instant());
        if (errors.isEmpty()) {
            Sender.Wish wish = new Sender.Wish(
                    "POST", "/api/meetings", form.meeting(coalitionId), Map.of("Idempotency-Key", form.key()));
            Sender.Outcome outcome = sender.send(wish, visit.caller(), visit.language(), request);
            if (outcome.done()) {
                memory.notice(request, "notice.meeting-scheduled");
                return new ModelAndView("redirect:/meetings/" + outcome.id());
            }
            errors = outcome.errors();
        }
        return new ModelAndView(
                "meeting-form", attributes(coalitionId, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, Object> attributes(String coalitionId, MeetingForm form, Map<String, String> errors) {
        return Map.of(
                "form",
                form,
                "errors",
                errors,
                "action",
                "/coalitions/" + coalitionId + "/meetings/new",
                "back",
                "/coalitions/" + coalitionId,
                "moving",
                false);
    }
}

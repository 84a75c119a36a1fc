package se.koalition.portal.pages.coalitions;

import jakarta.servlet.http.HttpServletRequest;
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
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;

/** Where a coordinator describes the coalition anew, and leads it into its next phase. */
@Controller
class DescribingController {

    private final ReadModel readModel;
    private final Sender sender;
    private final Memory memory;

    DescribingController(ReadModel readModel, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.sender = sender;
        this.memory = memory;
    }

    @GetMapping("/coalitions/{id}/edit")
    String form(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        model.addAllAttributes(editing(id, CoalitionForm.of(toChange(id, visit)), Map.of()));
        return "coalition-form";
    }

    /** The version in the form is what the coordinator looked at: who changed it meanwhile is not overruled unseen. */
    @PostMapping("/coalitions/{id}/edit")
    ModelAndView describe(
            @PathVariable String id,
            CoalitionForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Coalition coalition = toChange(id, visit);
        Map<String, String> errors = form.errors();
        if (errors.isEmpty()) {
            Map<String, String> headers = Sender.Wish.at(form.version());
            errors = send(new Sender.Wish("PUT", path(id, "description"), form.description(), headers), visit, request);
            if (errors.isEmpty()) {
                memory.notice(request, "notice.coalition-described");
                return new ModelAndView("redirect:/coalitions/" + id);
            }
        }
        CoalitionForm again = errors.containsValue("error.coalition-changed") ? form.at(coalition.sequence()) : form;
        return new ModelAndView("coalition-form", editing(id, again, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Whoever comes too late for the step finds the coalition as it is. */
    @GetMapping("/coalitions/{id}/{step:activate|conclude}")
    String ask(
            @PathVariable String id,
            @PathVariable String step,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Coalition coalition = toChange(id, visit);
        if (!coalition.phase().equals(step.equals("activate") ? "forming" : "active")) {
            return "redirect:/coalitions/" + id;
        }
        model.addAllAttributes(Map.of("coalition", coalition, "step", step, "errors", Map.of()));
        return "phase-form";
    }

    @PostMapping("/coalitions/{id}/{step:activate|conclude}")
    ModelAndView lead(
            @PathVariable String id,
            @PathVariable String step,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Coalition coalition = toChange(id, visit);
        String command = step.equals("activate") ? "activation" : "conclusion";
        Map<String, String> errors = send(new Sender.Wish("POST", path(id, command), Map.of()), visit, request);
        if (errors.isEmpty()) {
            memory.notice(request, "notice.coalition-" + step);
            return new ModelAndView("redirect:/coalitions/" + id);
        }
        return new ModelAndView(
                "phase-form",
                Map.of("coalition", coalition, "step", step, "errors", errors),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Coalition toChange(String id, Visit visit) {
        Coalition coalition = readModel.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
        visit.mustCoordinate(id);
        return coalition;
    }

    private static String path(String id, String command) {
        return "/api/coalitions/" + id + "/" + command;
    }

    private Map<String, String> send(Sender.Wish wish, Visit visit, HttpServletRequest request) {
        return sender.send(wish.whenChanged("error.coalition-changed"), visit.caller(), visit.language(), request)
                .errors();
    }

    private static Map<String, Object> editing(String id, CoalitionForm form, Map<String, String> errors) {
        return Map.of(
                "action", "/coalitions/" + id + "/edit", "back", "/coalitions/" + id, "form", form, "errors", errors);
    }
}

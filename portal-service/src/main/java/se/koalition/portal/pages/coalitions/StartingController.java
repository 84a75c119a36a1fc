package se.koalition.portal.pages.coalitions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.coverage.Municipalities;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;

/** Where an operator starts a coalition and names its first coordinator. */
@Controller
class StartingController {

    private final Sender sender;
    private final Memory memory;

    StartingController(Sender sender, Memory memory) {
        this.sender = sender;
        this.memory = memory;
    }

    @GetMapping("/coalitions/new")
    String form(@ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        visit.mustOperate();
        model.addAllAttributes(attributes(CoalitionForm.empty(), FirstCoordinatorForm.empty(), Map.of()));
        return "coalition-form";
    }

    @PostMapping("/coalitions/new")
    ModelAndView start(
            CoalitionForm form,
            FirstCoordinatorForm first,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustOperate();
        Map<String, String> errors = form.errors();
        errors.putAll(first.errors());
        if (errors.isEmpty()) {
            Map<String, Object> plan = form.description();
            plan.put("coordinator", first.coordinator());
            Sender.Wish wish = new Sender.Wish("POST", "/api/coalitions", plan, Map.of("Idempotency-Key", first.key()))
                    .whenChanged("coalition.start.already");
            Sender.Outcome outcome = sender.send(wish, visit.caller(), visit.language(), request);
            if (outcome.done()) {
                memory.notice(request, "notice.coalition-started");
                return new ModelAndView("redirect:/coalitions/" + outcome.id());
            }
            errors = errors(outcome);
        }
        return new ModelAndView("coalition-form", attributes(form, first, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What the owner found wrong with the coordinator, at the field where it stands here. */
    private static Map<String, String> errors(Sender.Outcome outcome) {
        Map<String, String> errors = new LinkedHashMap<>(outcome.errors());
        if (errors.remove("coordinator") != null) {
            outcome.answer().path("errors").forEach(error -> {
                switch (error.path("field").asString("")) {
                    case "coordinator.name" -> errors.put("coordinatorName", "error.invalid");
                    case "coordinator.email" -> errors.put("coordinatorEmail", "error.email");
                    default -> {}
                }
            });
        }
        return errors.isEmpty() ? Map.of("form", "error.invalid") : errors;
    }

    private static Map<String, Object> attributes(
            CoalitionForm form, FirstCoordinatorForm first, Map<String, String> errors) {
        return Map.of(
                "action",
                "/coalitions/new",
                "back",
                "/",
                "form",
                form,
                "first",
                first,
                "errors",
                errors,
                "municipalities",
                Municipalities.ALL);
    }
}

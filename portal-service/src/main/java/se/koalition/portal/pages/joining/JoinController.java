package se.koalition.portal.pages.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.joining.Admission;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Sectors;
import se.koalition.portal.security.Caller;
import se.koalition.portal.security.Senders;

/** Where a visitor asks for their organisation to join a coalition. */
@Controller
@RequestMapping("/coalitions/{id}/join")
class JoinController {

    private final ReadModel readModel;
    private final Admission admission;
    private final Sender sender;

    JoinController(ReadModel readModel, Admission admission, Sender sender) {
        this.readModel = readModel;
        this.admission = admission;
        this.sender = sender;
    }

    @GetMapping
    String form(@PathVariable String id, @RequestParam(required = false) @Nullable String sent, Model model) {
        model.addAllAttributes(attributes(id, JoinForm.empty(), Map.of()));
        model.addAttribute("sent", sent != null);
        return "join-form";
    }

    /** A program that fills in everything gets the same answer as everybody and is not heard. */
    @PostMapping
    ModelAndView ask(
            @PathVariable String id,
            JoinForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Map<String, Object> attributes = attributes(id, form, Map.of());
        Map<String, String> errors = form.errors();
        if (errors.isEmpty() && form.subject().isEmpty()) {
            errors = send(id, form, visit, request);
        }
        if (errors.isEmpty()) {
            return new ModelAndView("redirect:/coalitions/" + id + "/join?sent");
        }
        ModelAndView page = new ModelAndView("join-form", attributes, HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("errors", errors).addObject("sent", false);
    }

    private Map<String, String> send(String id, JoinForm form, Visit visit, HttpServletRequest request) {
        boolean proven;
        try {
            proven = admission.admit(
                    new Admission.Wish(form.key(), id, Senders.of(request), form.email(), form.altcha()));
        } catch (Problem refused) {
            boolean tooMany = refused.status() == HttpStatus.TOO_MANY_REQUESTS;
            return Map.of("form", tooMany ? "join.error.too-many" : "error.invalid");
        }
        Sender.Wish wish = new Sender.Wish(
                "POST",
                "/api/coalitions/" + id + "/join-requests",
                form.request(visit.language().getLanguage(), proven),
                Map.of("Idempotency-Key", form.key()));
        return sender.send(
                        wish.whenChanged("join.error.refused"), Optional.of(Caller.VISITOR), visit.language(), request)
                .errors();
    }

    private Map<String, Object> attributes(String id, JoinForm form, Map<String, String> errors) {
        Coalition coalition = readModel.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
        return Map.of(
                "coalition",
                coalition,
                "open",
                !coalition.phase().equals("concluded"),
                "sectors",
                Sectors.ALL,
                "form",
                form,
                "errors",
                errors);
    }
}

package se.koalition.portal.pages.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.ReadModel;

/** Where a coordinator sees who asks to join, and answers. */
@Controller
@RequestMapping("/coalitions/{coalitionId}/join-requests")
class JoinRequestController {

    private final ReadModel readModel;
    private final JoinRequestViews views;
    private final Sender sender;
    private final Memory memory;

    JoinRequestController(ReadModel readModel, JoinRequestViews views, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.views = views;
        this.sender = sender;
        this.memory = memory;
    }

    /** @param message what the applicant is told */
    record DeclineForm(String id, String message) {
        DeclineForm {
            id = Objects.requireNonNullElse(id, "");
            message = Objects.requireNonNullElse(message, "");
        }
    }

    @GetMapping
    String list(
            @PathVariable String coalitionId,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        visit.mustCoordinate(coalitionId);
        model.addAllAttributes(attributes(coalitionId, visit, new DeclineForm("", ""), Map.of()));
        return "join-requests";
    }

    @PostMapping("/{id}/acceptance")
    ModelAndView accept(
            @PathVariable String coalitionId,
            @PathVariable String id,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustCoordinate(coalitionId);
        Sender.Wish wish = new Sender.Wish("POST", "/api/join-requests/" + id + "/acceptance", Map.of());
        Map<String, String> errors = send(wish, visit, request);
        return errors.isEmpty()
                ? done(coalitionId, "notice.join-accepted", request)
                : refused(coalitionId, visit, new DeclineForm("", ""), errors);
    }

    @PostMapping("/{id}/decline")
    ModelAndView decline(
            @PathVariable String coalitionId,
            @PathVariable String id,
            DeclineForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustCoordinate(coalitionId);
        String message = form.message().strip();
        Sender.Wish wish = new Sender.Wish("POST", "/api/join-requests/" + id + "/decline", Map.of("message", message));
        Map<String, String> errors =
                message.length() > 2000 ? Map.of("message", "error.too-long") : send(wish, visit, request);
        return errors.isEmpty()
                ? done(coalitionId, "notice.join-declined", request)
                : refused(coalitionId, visit, new DeclineForm(id, form.message()), errors);
    }

    private Map<String, String> send(Sender.Wish wish, Visit visit, HttpServletRequest request) {
        Map<String, String> errors =
                sender.send(wish, visit.caller(), visit.language(), request).errors();
        return errors.containsValue("error.changed") ? Map.of("form", "join.error.answered") : errors;
    }

    private ModelAndView done(String coalitionId, String notice, HttpServletRequest request) {
        memory.notice(request, notice);
        return new ModelAndView("redirect:/coalitions/" + coalitionId + "/join-requests");
    }

    private ModelAndView refused(String coalitionId, Visit visit, DeclineForm form, Map<String, String> errors) {
        return new ModelAndView(
                "join-requests", attributes(coalitionId, visit, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, Object> attributes(
            String coalitionId, Visit visit, DeclineForm declining, Map<String, String> errors) {
        return Map.of(
                "coalition",
                readModel.coalition(coalitionId).orElseThrow(() -> Problem.notFound("No such coalition.")),
                "requests",
                views.of(coalitionId, visit.language()),
                "declining",
                declining,
                "errors",
                errors);
    }
}

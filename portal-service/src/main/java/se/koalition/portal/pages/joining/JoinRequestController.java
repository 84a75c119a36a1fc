package se.koalition.portal.pages.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.JoinRequest;
import se.koalition.portal.readmodel.ReadModel;
import tools.jackson.databind.JsonNode;

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

    private static final DeclineForm NOTHING_WRITTEN = new DeclineForm("", "");

    @GetMapping
    String list(
            @PathVariable String coalitionId,
            @RequestParam(defaultValue = "") String after,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        visit.mustCoordinate(coalitionId);
        model.addAllAttributes(attributes(coalitionId, after, visit, NOTHING_WRITTEN, Map.of()));
        return "join-requests";
    }

    /** A known actor whose name is like that of the one who asks. */
    record Similar(String id, String name) {}

    /**
     * Where a new actor would come of it and there are others like it, that is shown first.
     *
     * @param confirmed not empty if they were shown
     */
    @PostMapping("/{id}/acceptance")
    ModelAndView accept(
            @PathVariable String coalitionId,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String confirmed,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustCoordinate(coalitionId);
        List<Similar> similar = confirmed.isEmpty() ? similar(coalitionId, id, visit, request) : List.of();
        if (!similar.isEmpty()) {
            return new ModelAndView("join-requests", attributes(coalitionId, "", visit, NOTHING_WRITTEN, Map.of()))
                    .addObject("asked", id)
                    .addObject("similar", similar);
        }
        Sender.Wish wish = new Sender.Wish("POST", "/api/join-requests/" + id + "/acceptance", Map.of());
        Map<String, String> errors = send(wish, visit, request);
        return errors.isEmpty()
                ? done(coalitionId, "notice.join-accepted", request)
                : refused(coalitionId, visit, NOTHING_WRITTEN, errors);
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

    /** Only a hint: if it cannot be had, the answer counts all the same. */
    private List<Similar> similar(String coalitionId, String id, Visit visit, HttpServletRequest request) {
        JoinRequest asking = readModel
                .joinRequest(id)
                .filter(r -> r.held() && r.coalitionId().equals(coalitionId))
                .orElse(null);
        if (asking == null) {
            return List.of();
        }
        Map<String, String> actor =
                Map.of("coalitionId", coalitionId, "name", asking.organisation(), "sector", asking.sector());
        JsonNode foreseen = sender.send(
                        new Sender.Wish("POST", "/api/actors?dryRun=true", actor),
                        visit.caller(),
                        visit.language(),
                        request)
                .answer();
        if (!foreseen.path("outcome").asString("").equals("registered")) {
            return List.of();
        }
        return foreseen.path("similar")
                .valueStream()
                .map(one -> new Similar(
                        one.path("id").asString(""), one.path("name").asString("")))
                .toList();
    }

    private Map<String, String> send(Sender.Wish wish, Visit visit, HttpServletRequest request) {
        return sender.send(wish.whenChanged("join.error.answered"), visit.caller(), visit.language(), request)
                .errors();
    }

    private ModelAndView done(String coalitionId, String notice, HttpServletRequest request) {
        memory.notice(request, notice);
        return new ModelAndView("redirect:/coalitions/" + coalitionId + "/join-requests");
    }

    private ModelAndView refused(String coalitionId, Visit visit, DeclineForm form, Map<String, String> errors) {
        return new ModelAndView(
                "join-requests", attributes(coalitionId, "", visit, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, Object> attributes(
            String coalitionId, String after, Visit visit, DeclineForm declining, Map<String, String> errors) {
        return Map.of(
                "coalition",
                readModel.coalition(coalitionId).orElseThrow(() -> Problem.notFound("No such coalition.")),
                "requests",
                views.of(coalitionId, after, visit.language()),
                "first",
                after.isEmpty(),
                "declining",
                declining,
                "errors",
                errors);
    }
}

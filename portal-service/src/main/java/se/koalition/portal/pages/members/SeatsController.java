package se.koalition.portal.pages.members;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Back;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;

/** Who sits for the actors of a coalition, and in which role. */
@Controller
class SeatsController {

    private final ReadModel readModel;
    private final Seats seats;
    private final Sender sender;
    private final Memory memory;

    SeatsController(ReadModel readModel, Seats seats, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.seats = seats;
        this.sender = sender;
        this.memory = memory;
    }

    @GetMapping("/coalitions/{id}/members")
    String members(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Coalition coalition = readModel.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
        visit.mustCoordinate(id);
        model.addAttribute("coalition", coalition);
        model.addAttribute("groups", seats.in(id, visit));
        model.addAttribute("former", seats.former(id, visit));
        return "members";
    }

    @GetMapping("/actors/{id}/members/new")
    String form(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        model.addAllAttributes(attributes(toManage(id, visit), SeatForm.empty(), Map.of(), back));
        return "member-form";
    }

    @PostMapping("/actors/{id}/members/new")
    ModelAndView add(
            @PathVariable String id,
            SeatForm form,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Actor actor = toManage(id, visit);
        Map<String, String> errors = form.errors();
        if (errors.isEmpty()) {
            Sender.Wish wish = new Sender.Wish(
                    "POST", "/api/actors/" + id + "/members", form.member(), Map.of("Idempotency-Key", form.key()));
            errors = taken(
                    sender.send(wish, visit.caller(), visit.language(), request).errors());
            if (errors.isEmpty()) {
                memory.notice(request, "notice.member-added");
                return new ModelAndView("redirect:" + Back.to(back));
            }
        }
        return new ModelAndView("member-form", attributes(actor, form, errors, back), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** That another has the address is the one conflict there is. */
    static Map<String, String> taken(Map<String, String> errors) {
        return errors.containsValue("error.changed") ? Map.of("email", "members.address-taken") : errors;
    }

    @PostMapping("/members/{id}/deputy")
    String deputy(
            @PathVariable String id,
            @RequestParam boolean deputy,
            @RequestParam(required = false) @Nullable String back,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Sender.Wish wish = new Sender.Wish("PUT", "/api/members/" + id + "/deputy", Map.of("deputy", deputy));
        return done(wish, "notice.trouble.changed", back, visit, request);
    }

    @PostMapping("/coalitions/{coalitionId}/coordinators/{id}")
    String coordinator(
            @PathVariable String coalitionId,
            @PathVariable String id,
            @RequestParam boolean coordinator,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustCoordinate(coalitionId);
        String path = "/api/coalitions/" + coalitionId + "/coordinators/" + id;
        Sender.Wish wish = new Sender.Wish(coordinator ? "PUT" : "DELETE", path, Map.of());
        String conflict = coordinator ? "notice.trouble.changed" : "notice.trouble.last-coordinator";
        return done(wish, conflict, "/coalitions/" + coalitionId + "/members", visit, request);
    }

    private String done(
            Sender.Wish wish, String conflict, @Nullable String back, Visit visit, HttpServletRequest request) {
        Map<String, String> errors =
                sender.send(wish, visit.caller(), visit.language(), request).errors();
        String trouble = errors.containsValue("error.changed")
                ? conflict
                : errors.containsValue("error.unavailable") ? "notice.trouble.unavailable" : "notice.trouble.refused";
        memory.notice(request, errors.isEmpty() ? "notice.seat-changed" : trouble);
        return "redirect:" + Back.to(back);
    }

    private Actor toManage(String actorId, Visit visit) {
        Actor actor = readModel.actor(actorId).orElseThrow(() -> Problem.notFound("No such actor."));
        visit.must(visit.caresFor(actor), "Only who cares for the actor may do this.");
        return actor;
    }

    private static Map<String, Object> attributes(
            Actor actor, SeatForm form, Map<String, String> errors, @Nullable String back) {
        Map<String, Object> all = new HashMap<>();
        all.put("actor", actor);
        all.put("form", form);
        all.put("errors", errors);
        all.put("back", Back.to(back));
        return all;
    }
}

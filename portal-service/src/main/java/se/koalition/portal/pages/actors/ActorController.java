package se.koalition.portal.pages.actors;

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
import se.koalition.portal.pages.members.Seats;
import se.koalition.portal.readmodel.Actor;

/** The page of one actor, and the form by which those who know it keep it right. */
@Controller
class ActorController {

    private final ActorPages actors;
    private final Seats seats;
    private final Sender sender;
    private final Memory memory;

    ActorController(ActorPages actors, Seats seats, Sender sender, Memory memory) {
        this.actors = actors;
        this.seats = seats;
        this.sender = sender;
        this.memory = memory;
    }

    /** A duplicate's address leads to the actor that it is. */
    @GetMapping("/actors/{id}")
    String actor(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Actor actor = actors.any(id);
        if (actor.mergedInto() != null) {
            return "redirect:/actors/" + actor.mergedInto();
        }
        model.addAttribute("actor", actors.view(actor, visit));
        model.addAttribute("seats", seats.of(id, visit).orElse(null));
        model.addAttribute("mayDescribe", visit.caresFor(actor));
        model.addAttribute("mayMerge", visit.coordinatesHomeOf(actor));
        return "actor";
    }

    @GetMapping("/actors/{id}/edit")
    String form(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        model.addAllAttributes(attributes(id, ActorForm.of(actors.toDescribe(id, visit)), Map.of()));
        return "actor-form";
    }

    /** The version in the form is what was looked at: who changed it meanwhile is not overruled unseen. */
    @PostMapping("/actors/{id}/edit")
    ModelAndView describe(
            @PathVariable String id,
            ActorForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Actor actor = actors.toDescribe(id, visit);
        Map<String, String> errors = form.errors();
        if (errors.isEmpty()) {
            Sender.Wish wish = new Sender.Wish(
                    "PUT", "/api/actors/" + id + "/description", form.profile(), Sender.Wish.at(form.version()));
            errors = sender.send(wish.whenChanged(ActorErrors.CHANGED), visit.caller(), visit.language(), request)
                    .errors();
            if (errors.isEmpty()) {
                memory.notice(request, "notice.actor-described");
                return new ModelAndView("redirect:/actors/" + id);
            }
        }
        ActorForm again = errors.containsValue(ActorErrors.CHANGED) ? form.at(actor.sequence()) : form;
        return new ModelAndView(
                "actor-form", attributes(id, again, ActorErrors.of(errors)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, Object> attributes(String id, ActorForm form, Map<String, String> errors) {
        return Map.of(
                "form",
                form,
                "errors",
                errors,
                "action",
                "/actors/" + id + "/edit",
                "back",
                "/actors/" + id,
                "known",
                true);
    }
}

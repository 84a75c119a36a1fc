package se.koalition.portal.pages.actors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.koalition.portal.pages.Memory;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;

/** Where a coordinator brings one actor in; before there are two of the same, those like it are shown. */
@Controller
class ActorRegisteringController {

    private final Sender sender;
    private final Memory memory;

    ActorRegisteringController(Sender sender, Memory memory) {
        this.sender = sender;
        this.memory = memory;
    }

    /** A known actor whose name is like the new one's. */
    record Similar(String id, String name) {}

    /** With a name and a sector already filled in, where a page suggests an actor. */
    @GetMapping("/coalitions/{coalitionId}/actors/new")
    String form(
            @PathVariable String coalitionId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String sector,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        visit.mustCoordinate(coalitionId);
        model.addAllAttributes(attributes(coalitionId, ActorForm.of(name, sector), Map.of(), List.of()));
        return "actor-form";
    }

    @PostMapping("/coalitions/{coalitionId}/actors/new")
    ModelAndView register(
            @PathVariable String coalitionId,
            ActorForm form,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustCoordinate(coalitionId);
        Map<String, String> errors = form.errors();
        if (errors.isEmpty() && !form.isConfirmed() && form.instead().isEmpty()) {
            Sender.Outcome foreseen = sender.send(
                    new Sender.Wish("POST", "/api/actors?dryRun=true", form.registration(coalitionId)),
                    visit.caller(),
                    visit.language(),
                    request);
            errors = foreseen.errors();
            List<Similar> similar =
                    foreseen.answer().path("outcome").asString("").equals("registered") ? similar(foreseen) : List.of();
            if (errors.isEmpty() && !similar.isEmpty()) {
                return new ModelAndView("actor-form", attributes(coalitionId, form, Map.of(), similar));
            }
        }
        return errors.isEmpty() ? bringIn(coalitionId, form, visit, request) : again(coalitionId, form, errors);
    }

    private static List<Similar> similar(Sender.Outcome foreseen) {
        return foreseen.answer()
                .path("similar")
                .valueStream()
                .map(one -> new Similar(
                        one.path("id").asString(""), one.path("name").asString("")))
                .toList();
    }

    private ModelAndView bringIn(String coalitionId, ActorForm form, Visit visit, HttpServletRequest request) {
        Map<String, Object> body =
                form.instead().isEmpty() ? form.registration(coalitionId) : form.knownOne(coalitionId);
        Sender.Wish wish = new Sender.Wish("POST", "/api/actors", body).whenChanged(ActorErrors.CHANGED);
        Sender.Outcome outcome = sender.send(wish, visit.caller(), visit.language(), request);
        if (!outcome.done()) {
            return again(coalitionId, form, outcome.errors());
        }
        memory.notice(request, "notice.actor-brought-in");
        return new ModelAndView("redirect:/actors/" + outcome.id());
    }

    private static ModelAndView again(String coalitionId, ActorForm form, Map<String, String> errors) {
        return new ModelAndView(
                "actor-form",
                attributes(coalitionId, form, ActorErrors.of(errors), List.of()),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, Object> attributes(
            String coalitionId, ActorForm form, Map<String, String> errors, List<Similar> similar) {
        Map<String, Object> attributes = new HashMap<>(Map.of(
                "form",
                form,
                "errors",
                errors,
                "action",
                "/coalitions/" + coalitionId + "/actors/new",
                "back",
                "/coalitions/" + coalitionId,
                "known",
                false));
        attributes.put("similar", similar);
        return attributes;
    }
}

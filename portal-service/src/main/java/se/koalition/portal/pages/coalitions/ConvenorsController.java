package se.koalition.portal.pages.coalitions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Comparator;
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
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Actor;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.settings.Sweden;

/** Where a coordinator says which actors call the others together. */
@Controller
class ConvenorsController {

    private static final int MOST = 50;

    private final ReadModel readModel;
    private final Sender sender;
    private final Memory memory;

    ConvenorsController(ReadModel readModel, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.sender = sender;
        this.memory = memory;
    }

    record Choice(String id, String name, boolean chosen) {}

    @GetMapping("/coalitions/{id}/convenors")
    String form(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Coalition coalition = toChange(id, visit);
        model.addAllAttributes(attributes(coalition, coalition.convenors(), Map.of()));
        return "convenors-form";
    }

    @PostMapping("/coalitions/{id}/convenors")
    ModelAndView name(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> actorIds,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Coalition coalition = toChange(id, visit);
        Map<String, String> errors = Map.of("actorIds", "convenors.too-many");
        if (actorIds.size() <= MOST) {
            Sender.Wish wish =
                    new Sender.Wish("PUT", "/api/coalitions/" + id + "/convenors", Map.of("actorIds", actorIds));
            errors =
                    sender.send(wish, visit.caller(), visit.language(), request).errors();
            if (errors.containsKey("actorIds")) {
                errors = Map.of("actorIds", "convenors.left");
            }
        }
        if (!errors.isEmpty()) {
            return new ModelAndView(
                    "convenors-form", attributes(coalition, actorIds, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        memory.notice(request, "notice.convenors-named");
        return new ModelAndView("redirect:/coalitions/" + id);
    }

    private Coalition toChange(String id, Visit visit) {
        Coalition coalition = readModel.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
        visit.mustCoordinate(id);
        return coalition;
    }

    /** Those that are chosen come first, for there may be hundreds to choose from. */
    private Map<String, Object> attributes(Coalition coalition, Collection<String> chosen, Map<String, String> errors) {
        List<Choice> choices = readModel.actorsOf(coalition.id()).stream()
                .sorted(Comparator.comparing((Actor actor) -> !chosen.contains(actor.id()))
                        .thenComparing(Actor::name, Sweden.order())
                        .thenComparing(Actor::id))
                .map(actor -> new Choice(actor.id(), actor.name(), chosen.contains(actor.id())))
                .toList();
        return Map.of("coalition", coalition, "choices", choices, "errors", errors);
    }
}

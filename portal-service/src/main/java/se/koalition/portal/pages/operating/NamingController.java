package se.koalition.portal.pages.operating;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** Where an operator names a coordinator, should those of a coalition be gone. */
@Controller
class NamingController {

    private final ReadModel readModel;
    private final Sender sender;
    private final Memory memory;

    NamingController(ReadModel readModel, Sender sender, Memory memory) {
        this.readModel = readModel;
        this.sender = sender;
        this.memory = memory;
    }

    /** One who belongs to the coalition and does not coordinate it; {@code actor} is empty if they represent none. */
    record Candidate(String id, String name, String actor) {}

    @GetMapping("/operator/coalitions/{id}/coordinator")
    String form(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        visit.mustOperate();
        model.addAllAttributes(attributes(coalition(id), "", Map.of()));
        return "coordinator-form";
    }

    @PostMapping("/operator/coalitions/{id}/coordinator")
    ModelAndView name(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String memberId,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        visit.mustOperate();
        Coalition coalition = coalition(id);
        Map<String, String> errors = Map.of("memberId", "error.choose");
        if (candidates(id).stream().anyMatch(candidate -> candidate.id().equals(memberId))) {
            Sender.Wish wish = new Sender.Wish("PUT", "/api/coalitions/" + id + "/coordinators/" + memberId, Map.of());
            errors = sender.send(wish.whenChanged("operator.name.changed"), visit.caller(), visit.language(), request)
                    .errors();
        }
        if (!errors.isEmpty()) {
            return new ModelAndView(
                    "coordinator-form", attributes(coalition, memberId, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        memory.notice(request, "notice.coordinator-named");
        return new ModelAndView("redirect:/operator");
    }

    private Coalition coalition(String id) {
        return readModel.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
    }

    private List<Candidate> candidates(String coalitionId) {
        Map<String, String> actors =
                readModel.actorsOf(coalitionId).stream().collect(Collectors.toMap(Actor::id, Actor::name));
        return readModel.membersOf(coalitionId, actors.keySet()).stream()
                .filter(member -> member.present() && !member.coordinates(coalitionId))
                .map(member -> new Candidate(
                        member.id(), member.name(), actors.getOrDefault(String.valueOf(member.actorId()), "")))
                .sorted(Comparator.comparing(Candidate::name, Sweden.order()).thenComparing(Candidate::id))
                .toList();
    }

    private Map<String, Object> attributes(Coalition coalition, String chosen, Map<String, String> errors) {
        return Map.of(
                "coalition", coalition,
                "candidates", candidates(coalition.id()),
                "chosen", chosen,
                "errors", errors);
    }
}

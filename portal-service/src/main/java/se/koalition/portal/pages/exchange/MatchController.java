package se.koalition.portal.pages.exchange;

import jakarta.servlet.http.HttpServletRequest;
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
import se.koalition.portal.exchange.Board;
import se.koalition.portal.pages.Sender;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Match;
import se.koalition.portal.readmodel.ReadModel;

/** What has come of a need and an offer: seen by the two actors and the coordinators, told by the two. */
@Controller
class MatchController {

    private final ReadModel readModel;
    private final Desk desk;
    private final ExchangeViews views;

    MatchController(ReadModel readModel, Desk desk, ExchangeViews views) {
        this.readModel = readModel;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping("/coalitions/{id}/matches")
    String all(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        visit.mustBelongTo(id);
        List<MatchView> matches = visit.standing().stream()
                .flatMap(standing -> desk.board(id, visit).matchesFor(standing, id).stream())
                .map(match -> views.match(match, visit))
                .toList();
        model.addAttribute("coalition", desk.coalition(id));
        model.addAttribute("matches", matches);
        model.addAttribute("mayCoordinate", visit.coordinates(id));
        return "matches";
    }

    @GetMapping("/matches/{id}")
    String match(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        model.addAllAttributes(attributes(get(id, visit), visit, "", Map.of()));
        return "match";
    }

    @PostMapping("/matches/{id}/meeting")
    ModelAndView met(
            @PathVariable String id,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        return tell("meeting", Map.of(), "", "notice.exchange.met", own(id, visit), visit, request);
    }

    @PostMapping("/matches/{id}/result")
    ModelAndView concluded(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            HttpServletRequest request) {
        Match match = own(id, visit);
        if (text.isBlank()) {
            return refused(match, visit, text, Map.of("text", "error.required"));
        }
        Map<String, String> body = Map.of("text", text.strip());
        return tell("result", body, text, "notice.exchange.concluded", match, visit, request);
    }

    private ModelAndView tell(
            String what,
            Map<String, ?> body,
            String text,
            String notice,
            Match match,
            Visit visit,
            HttpServletRequest request) {
        Sender.Wish wish = new Sender.Wish("POST", "/api/matches/" + match.id() + "/" + what, body);
        Sender.Outcome outcome = desk.send(wish, notice, visit, request);
        return outcome.done()
                ? new ModelAndView("redirect:/matches/" + match.id())
                : refused(match, visit, text, outcome.errors());
    }

    private ModelAndView refused(Match match, Visit visit, String text, Map<String, String> errors) {
        return new ModelAndView("match", attributes(match, visit, text, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, Object> attributes(Match match, Visit visit, String text, Map<String, String> errors) {
        return Map.of("match", views.match(match, visit), "form", Map.of("text", text), "errors", errors);
    }

    /** To others it does not exist. */
    private Match get(String id, Visit visit) {
        if (visit.caller().isEmpty()) {
            throw Problem.unauthorized();
        }
        return readModel
                .match(id)
                .filter(match -> visit.coordinates(match.coalitionId())
                        || visit.standing()
                                .filter(standing -> Board.concerns(match, standing))
                                .isPresent())
                .orElseThrow(() -> Problem.notFound("No such match."));
    }

    private Match own(String id, Visit visit) {
        Match match = get(id, visit);
        if (visit.standing().filter(standing -> Board.concerns(match, standing)).isEmpty()) {
            throw Problem.forbidden("Only members of the two actors may do this.");
        }
        return match;
    }
}

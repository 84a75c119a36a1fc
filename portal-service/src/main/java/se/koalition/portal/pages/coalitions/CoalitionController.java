package se.koalition.portal.pages.coalitions;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.koalition.portal.overview.Overview;
import se.koalition.portal.overview.Overviews;
import se.koalition.portal.overview.Ready;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.pages.exchange.Teaser;
import se.koalition.portal.pages.joining.JoinRequestViews;
import se.koalition.portal.problems.Problem;

/** The page of one coalition. */
@Controller
class CoalitionController {

    private final Overviews overviews;
    private final CoalitionViews views;
    private final JoinRequestViews joinRequests;
    private final Teaser exchange;

    CoalitionController(Overviews overviews, CoalitionViews views, JoinRequestViews joinRequests, Teaser exchange) {
        this.overviews = overviews;
        this.views = views;
        this.joinRequests = joinRequests;
        this.exchange = exchange;
    }

    @GetMapping("/coalitions/{id}")
    String coalition(
            @PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Ready ready = overviews.get(id, visit.reached()).orElseThrow(() -> Problem.notFound("No such coalition."));
        Overview overview = ready.faceFor(visit.memberId()).overview();
        boolean open = !overview.phase().equals("concluded");
        model.addAttribute("coalition", views.view(overview, visit.language()));
        model.addAttribute("older", overview.activity().next());
        model.addAttribute("belongs", visit.belongsTo(id));
        model.addAttribute("mayShare", visit.belongsTo(id) && open);
        model.addAttribute("coordinates", visit.coordinates(id));
        model.addAttribute("mayChange", visit.coordinates(id) && open);
        model.addAttribute("joinRequests", visit.coordinates(id) ? joinRequests.waiting(id) : 0);
        model.addAttribute("exchange", exchange.of(id, visit));
        model.addAttribute("mayPost", visit.belongsTo(id) && visit.actorId() != null && open);
        return "coalition";
    }
}

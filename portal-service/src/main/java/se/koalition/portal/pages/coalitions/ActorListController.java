package se.koalition.portal.pages.coalitions;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.koalition.portal.overview.ActorSearch;
import se.koalition.portal.overview.Overview;
import se.koalition.portal.overview.Overviews;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Sectors;

/** All actors of a coalition, to look through: there can be thousands. */
@Controller
class ActorListController {

    private final Overviews overviews;

    ActorListController(Overviews overviews) {
        this.overviews = overviews;
    }

    @GetMapping("/coalitions/{id}/actors")
    String actors(
            @PathVariable String id,
            ActorSearch search,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Overview overview = overviews
                .get(id, visit.reached())
                .orElseThrow(() -> Problem.notFound("No such coalition."))
                .faceFor(visit.memberId())
                .overview();
        model.addAttribute("coalition", overview);
        model.addAttribute("search", search);
        model.addAttribute("found", search.in(overview.actors().items()));
        model.addAttribute("sectors", Sectors.ALL);
        model.addAttribute("path", "/coalitions/" + id + "/actors");
        return "actors";
    }
}

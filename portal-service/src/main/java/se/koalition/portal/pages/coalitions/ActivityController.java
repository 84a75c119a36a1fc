package se.koalition.portal.pages.coalitions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.koalition.portal.overview.Activities;
import se.koalition.portal.overview.Overview;
import se.koalition.portal.overview.Overviews;
import se.koalition.portal.overview.Ready;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Activity;

/** What has happened in a coalition, back to its beginning. */
@Controller
class ActivityController {

    private final Overviews overviews;
    private final Activities activities;
    private final CoalitionViews views;

    ActivityController(Overviews overviews, Activities activities, CoalitionViews views) {
        this.overviews = overviews;
        this.activities = activities;
        this.views = views;
    }

    @GetMapping("/coalitions/{id}/activity")
    String activity(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Ready ready = overviews.get(id, visit.reached()).orElseThrow(() -> Problem.notFound("No such coalition."));
        Overview overview = ready.faceFor(visit.memberId()).overview();
        Activity.Position position = after == null
                ? null
                : Activities.position(after)
                        .orElseThrow(() -> Problem.invalid("The parameter after must come from a page before."));
        Overview.Page page = activities.page(id, !ready.isMember(visit.memberId()), position);
        model.addAttribute("coalition", overview);
        model.addAttribute("activity", views.activity(page, overview, visit.language()));
        model.addAttribute("older", page.next());
        model.addAttribute("first", after == null);
        return "activity";
    }
}

package se.koalition.portal.pages.coalitions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.koalition.portal.coverage.Charting;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.problems.Problem;
import se.koalition.portal.readmodel.Coalition;
import se.koalition.portal.readmodel.ReadModel;
import se.koalition.portal.readmodel.Sectors;

/** Where members see who is missing. */
@Controller
class CoverageController {

    private final ReadModel readModel;
    private final Charting charting;

    CoverageController(ReadModel readModel, Charting charting) {
        this.readModel = readModel;
        this.charting = charting;
    }

    @GetMapping("/coalitions/{id}/coverage")
    String coverage(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String sector,
            @ModelAttribute(name = "visit", binding = false) Visit visit,
            Model model) {
        Coalition coalition = readModel.coalition(id).orElseThrow(() -> Problem.notFound("No such coalition."));
        visit.mustBelongTo(id);
        String wanted = sector != null && Sectors.ALL.contains(sector) ? sector : null;
        model.addAttribute("coalition", coalition);
        model.addAttribute("coverage", charting.of(id, theme, wanted).orElseThrow());
        model.addAttribute("sector", wanted);
        model.addAttribute("mayEdit", visit.coordinates(id) && !coalition.concluded());
        return "coverage";
    }
}

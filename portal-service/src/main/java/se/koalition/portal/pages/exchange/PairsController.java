package se.koalition.portal.pages.exchange;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.koalition.portal.pages.Visit;
import se.koalition.portal.readmodel.Coalition;

/** Where a coordinator sees who in the coalition could help whom, and brings them together. */
@Controller
class PairsController {

    private static final int MOST = 50;

    private final Desk desk;
    private final ExchangeViews views;

    PairsController(Desk desk, ExchangeViews views) {
        this.desk = desk;
        this.views = views;
    }

    @GetMapping("/coalitions/{id}/proposals")
    String pairs(@PathVariable String id, @ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        Coalition coalition = desk.coalition(id);
        visit.mustCoordinate(id);
        model.addAttribute("coalition", coalition);
        model.addAttribute("pairs", views.pairs(desk.board(id, visit).pairs(MOST), visit.language()));
        return "proposals";
    }
}

package se.koalition.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.koalition.portal.overview.CoalitionList;

/** The start page: all coalitions. */
@Controller
class StartController {

    private final CoalitionList list;

    StartController(CoalitionList list) {
        this.list = list;
    }

    record Card(
            String id,
            String name,
            String challenge,
            String phase,
            int actors,
            int meetings,
            int insights,
            @Nullable String nextMeeting) {}

    @GetMapping("/")
    String start(@ModelAttribute(name = "visit", binding = false) Visit visit, Model model) {
        List<Card> cards = list.all().stream().map(item -> card(item, visit)).toList();
        model.addAttribute("coalitions", cards);
        return "index";
    }

    private static Card card(CoalitionList.Item c, Visit visit) {
        String next = c.nextMeeting() == null || c.nextMeetingTimeZone() == null
                ? null
                : Days.planned(c.nextMeeting(), Days.zone(c.nextMeetingTimeZone()), visit.language());
        return new Card(c.id(), c.name(), c.challenge(), c.phase(), c.actors(), c.meetings(), c.insights(), next);
    }
}
